import type { ObjectReader } from './object-reader.ts';

export interface CustomerRequest {
  readonly referenceId: string;
  readonly name: string | undefined;
}

// The two-step page says "metadata", the tokens page "meta_data" for the same thing.
const names = [
  'reference_id',
  'name',
  'email',
  'phone',
  'individual_tax_id',
  'date_of_birth',
  'metadata',
  'meta_data',
  'address',
];
const addressNames = ['country', 'region', 'city', 'street', 'full_address', 'post_code'];

export function readCustomer(attributes: ObjectReader): CustomerRequest | undefined {
  const customer = attributes.object('customer');
  if (customer === undefined) return undefined;
  customer.allowOnly(names);
  customer.require('reference_id');
  const referenceId = customer.text('reference_id');
  const name = customer.text('name');
  customer.pattern('email', /^[^\s@]+@[^\s@]+$/);
  customer.text('phone');
  customer.text('individual_tax_id');
  customer.pattern('date_of_birth', /^\d{4}-\d{2}-\d{2}$/);
  customer.record('metadata');
  customer.record('meta_data');
  const address = customer.object('address');
  address?.allowOnly(addressNames);
  address?.pattern('country', /^[A-Z]{2}$/);
  for (const part of addressNames.slice(1)) address?.text(part);
  return referenceId === undefined ? undefined : { referenceId, name };
}
