import type { Address, Customer } from '@ducat/core';
import { invalidRequest } from '@ducat/core';

/** What the customer section is made of. */
export interface CustomerFacts {
  readonly customer: Customer | undefined;
  readonly address: Address | undefined;
  /** The customer a token belongs to. */
  readonly tokenCustomer: string | undefined;
  readonly individualTaxId: string | undefined;
  /** Where the customer stands in the request. */
  readonly path: 'customer' | 'recipient';
}

/**
 * The `customer` section, or nothing when nothing of it is known.
 * @throws DucatError `invalid_request`: Paymega takes the section with `reference_id` only, and a token only with the
 * customer it belongs to. Paymega "Two-step payments", "Payments with tokens".
 */
export function toWireCustomer({
  customer = {},
  address = {},
  tokenCustomer,
  individualTaxId,
  path,
}: CustomerFacts): object | undefined {
  const { reference = tokenCustomer, email, birthDate, metadata } = customer;
  const { name = nameIn(address), phone = address.phone } = customer;
  if (tokenCustomer !== undefined && reference !== tokenCustomer) {
    throw invalidRequest(`${path}.reference`, 'is not the customer that the token belongs to');
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
  throw invalidRequest(`${path}.reference`, 'is required by Paymega whenever anything about the customer is sent');
}

function nameIn({ firstName, lastName }: Address): string | undefined {
  const names = [firstName, lastName].filter((part) => part !== undefined);
  return names.length === 0 ? undefined : names.join(' ');
}

function toWireAddress({ country, state, city, line, postalCode }: Address): object | undefined {
  const wire = { country, region: state, city, street: line, post_code: postalCode };
  return Object.values(wire).every((value) => value === undefined) ? undefined : wire;
}
