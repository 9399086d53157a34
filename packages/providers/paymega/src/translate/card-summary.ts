import { redact } from '@ducat/adapter-kit';
import type { CardSummary } from '@ducat/core';
import type { InvoiceAttributes } from '../wire/invoice.ts';

/** `payload.payment_card`; the scheme stands under `network` in newer answers and under `brand` in older ones. */
export function toCardSummary({ payload }: InvoiceAttributes, secrets: readonly string[]): { card?: CardSummary } {
  const card = payload.payment_card;
  if (card === null || card === undefined) return {};
  const printable = (text: string | null | undefined): string | undefined =>
    typeof text === 'string' ? redact(text.trim(), secrets) : undefined;
  const summary = {
    firstSix: card.first?.slice(0, 6),
    lastFour: card.last?.slice(-4),
    brand: printable(card.network ?? card.brand)?.toLowerCase(),
    expiryMonth: numberOf(card.expiry_month),
    expiryYear: yearOf(card.expiry_year),
    issuerName: printable(card.issuer_name),
    issuerCountry: printable(card.issuer_country),
  };
  const known = Object.entries(summary).filter(([, value]) => value !== undefined && value !== '');
  return known.length === 0 ? {} : { card: Object.fromEntries(known) };
}

function yearOf(digits: string | null | undefined): number | undefined {
  const year = numberOf(digits);
  return year !== undefined && year < 100 ? 2000 + year : year;
}

function numberOf(digits: string | null | undefined): number | undefined {
  return typeof digits === 'string' && /^\d{1,4}$/.test(digits) ? Number(digits) : undefined;
}
