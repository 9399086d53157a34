import type { RoutingFacts } from '../facts.ts';

/** What a request is in one respect: a text, several of them, or nothing. */
export type FactValue = string | readonly string[] | undefined;

/** Reads one respect of a request. */
export type ReadFact = (facts: RoutingFacts) => FactValue;

const readers: Readonly<Record<string, ReadFact>> = {
  operation: ({ operation }) => operation,
  currency: ({ currency }) => currency,
  brand: ({ card }) => card.brand,
  issuerCountry: ({ card }) => card.issuerCountry,
  billingCountry: ({ billingCountry }) => billingCountry,
  source: ({ source }) => source,
  usage: ({ usage }) => usage,
  initiator: ({ initiator }) => initiator,
  'customer.reference': ({ customer }) => customer?.reference,
  'customer.email': ({ customer }) => customer?.email,
  'customer.phone': ({ customer }) => customer?.phone,
  'customer.ipAddress': ({ customer }) => customer?.ipAddress,
  'customer.deviceId': ({ customer }) => customer?.deviceId,
};

const ofMetadata = 'metadata.';
const ofCustomer = 'customer.metadata.';

/** The reader of a respect by its name: `currency`, `customer.reference`, `metadata.shop`. */
export function readerOf(dimension: string): ReadFact {
  const plain = Object.hasOwn(readers, dimension) ? readers[dimension] : undefined;
  if (plain !== undefined) return plain;
  if (dimension.startsWith(ofCustomer)) {
    const key = dimension.slice(ofCustomer.length);
    return ({ customer }) => own(customer?.metadata, key);
  }
  const key = dimension.slice(ofMetadata.length);
  return ({ metadata }) => own(metadata, key);
}

// A shop's metadata comes from its pages: `constructor` and `__proto__` are no fields of it.
function own(fields: Readonly<Record<string, string>> | undefined, key: string): string | undefined {
  return fields !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined;
}
