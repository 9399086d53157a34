import type { Address, Customer } from '@ducat/core';
import { invalidRequest } from '@ducat/core';

/** What the customer section is made of. */
export interface CustomerFacts {
  readonly customer: Customer | undefined;
  readonly address: Address | undefined;
  /** The customer a token belongs to. */
  readonly tokenCustomer: string | undefined;
  readonly individualTaxId: string | undefined;
}

/**
 * The `customer` section, or nothing when nothing of it is known.
 * @throws DucatError `invalid_request`: Paymega takes the section with `reference_id` only, and a token only with the
 * customer it belongs to. Paymega "Two-step payments", "Payments with tokens".
 */
export function toWireCustomer({ customer = {}, address, tokenCustomer, individualTaxId }: CustomerFacts): object | undefined {
  const { reference = tokenCustomer, name, email, phone, birthDate, metadata } = customer;
  if (tokenCustomer !== undefined && reference !== tokenCustomer) {
    throw invalidRequest('customer.reference', 'is not the customer that the token belongs to');
  }
  const details = {
    name,
    email,
    phone,
    individual_tax_id: individualTaxId,
    date_of_birth: birthDate,
    metadata,
    address: toWireAddress(address),
  };
  if (reference !== undefined) return { reference_id: reference, ...details };
  if (Object.values(details).every((value) => value === undefined)) return undefined;
  throw invalidRequest('customer.reference', 'is required by Paymega whenever anything about the customer is sent');
}

function toWireAddress(address: Address | undefined): object | undefined {
  if (address === undefined) return undefined;
  const { country, state, city, line, postalCode } = address;
  return { country, region: state, city, street: line, post_code: postalCode };
}
