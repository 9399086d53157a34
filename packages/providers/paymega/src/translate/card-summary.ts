import type { CardSummary } from '@ducat/core';
import type { InvoiceAttributes } from '../wire/invoice.ts';

/** `payload.payment_card`; the scheme stands under `network` in newer answers and under `brand` in older ones. */
export function toCardSummary({ payload }: InvoiceAttributes): { card?: CardSummary } {
  const card = payload.payment_card;
  if (card === null || card === undefined) return {};
  const summary = {
    firstSix: card.first?.slice(0, 6),
    lastFour: card.last?.slice(-4),
    brand: (card.network ?? card.brand)?.toLowerCase(),
    expiryMonth: numberOf(card.expiry_month),
    expiryYear: yearOf(card.expiry_year),
    issuerName: card.issuer_name,
    issuerCountry: card.issuer_country,
  };
  const known = Object.entries(summary).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return known.length === 0 ? {} : { card: Object.fromEntries(known) };
}

function yearOf(digits: string | null | undefined): number | undefined {
  const year = numberOf(digits);
  return year !== undefined && year < 100 ? 2000 + year : year;
}

function numberOf(digits: string | null | undefined): number | undefined {
  return typeof digits === 'string' && /^\d{1,4}$/.test(digits) ? Number(digits) : undefined;
}
