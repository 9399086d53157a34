import type { Address, Customer } from '@ducat/core';
import { schemas, text } from '@ducat/adapter-kit';
import type { z } from 'zod';
import { present } from './section.ts';

// PayCross "Tokenization": 30 characters for names, 60 for the city, 255 for the address, 100 for the phone, states of
// US and CA in two letters, US postal codes as NNNNN or NNNNN-NNNN.
export const addressLimits: z.ZodType = schemas.address
  .extend({
    firstName: text(30).optional(),
    lastName: text(30).optional(),
    city: text(60).optional(),
    line: text(255).optional(),
    phone: text(100).optional(),
  })
  .refine(hasStateInLetters, {
    path: ['state'],
    message: 'must be the two-letter abbreviation when the country is US or CA',
  })
  .refine(hasPostalCodeInDigits, {
    path: ['postalCode'],
    message: 'must be NNNNN or NNNNN-NNNN when the country is US',
  });

function hasStateInLetters({ country, state }: Address): boolean {
  return (country !== 'US' && country !== 'CA') || state === undefined || /^[A-Z]{2}$/.test(state);
}

function hasPostalCodeInDigits({ country, postalCode }: Address): boolean {
  return country !== 'US' || postalCode === undefined || /^\d{5}(-\d{4})?$/.test(postalCode);
}

export function toWireCustomer(customer: Customer | undefined): object | undefined {
  if (customer === undefined) return undefined;
  const { ipAddress, email, deviceId, birthDate } = customer;
  return present({ ip: ipAddress, email, device_id: deviceId, birth_date: birthDate });
}

/** PayCross "Payout": a recipient has no device. */
export function toWireRecipient(recipient: Customer | undefined): object | undefined {
  if (recipient === undefined) return undefined;
  return present({ ip: recipient.ipAddress, email: recipient.email, birth_date: recipient.birthDate });
}

export function toWireAddress(address: Address | undefined, phone?: string): object | undefined {
  return present({
    first_name: address?.firstName,
    last_name: address?.lastName,
    country: address?.country,
    city: address?.city,
    state: address?.state,
    zip: address?.postalCode,
    address: address?.line,
    phone: address?.phone ?? phone,
  });
}
