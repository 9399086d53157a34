import type { Card } from '../cards/card.ts';
import type { Invoice } from '../invoices/invoice.ts';
import type { ObjectReader } from '../validation/object-reader.ts';

const patterns = {
  card_number: /^\d{12,19}$/,
  cvv: /^\d{3,4}$/,
  exp_month: /^(?:0[1-9]|1[0-2])$/,
  exp_year: /^\d{2}$/,
} as const;

export const cardFieldNames: readonly string[] = [...Object.keys(patterns), 'card_holder'];

function required(attributes: ObjectReader, name: keyof typeof patterns): string | undefined {
  return attributes.require(name) ? attributes.pattern(name, patterns[name]) : undefined;
}

export function readCvv(attributes: ObjectReader): void {
  required(attributes, 'cvv');
}

/** The CVV is checked and forgotten. */
export function readCard(attributes: ObjectReader, invoice: Invoice): Card | undefined {
  const number = required(attributes, 'card_number');
  readCvv(attributes);
  const expiryMonth = required(attributes, 'exp_month');
  const expiryYear = required(attributes, 'exp_year');
  // Release notes give this order of fallbacks for a missing holder.
  const holder = attributes.text('card_holder') ?? invoice.request.customer?.name ?? 'CARD HOLDER';
  if (number === undefined || expiryMonth === undefined || expiryYear === undefined) return undefined;
  return { number, holder, expiryMonth, expiryYear };
}
