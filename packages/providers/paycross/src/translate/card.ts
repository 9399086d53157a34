import { redactDetails } from '@ducat/adapter-kit';
import type { CardSummary } from '@ducat/core';
import { CardToken } from '@ducat/core';
import type { Transaction, TransactionCard } from '../wire/transaction.ts';

/** The card section, which is named by what is done with the card, and by the version of the API. */
function cardIn(transaction: Transaction): TransactionCard | null | undefined {
  return transaction.credit_card ?? transaction.recipient_credit_card ?? transaction.payment_method;
}

/** What no text of this transaction may repeat: the token in it, on top of the secrets of the request. */
export function secretsOf(transaction: Transaction, known: readonly string[]): readonly string[] {
  const token = cardIn(transaction)?.token;
  return typeof token === 'string' && token !== '' ? [...known, token] : known;
}

/**
 * The card that this transaction stored. A payment with a token answers with that token, and old gateways issue one
 * for every card: nobody agreed to store those, so a token counts only where a contract was asked for.
 */
export function storedCardOf(
  transaction: Transaction,
  owner: { readonly provider: string; readonly customerReference?: string | undefined; readonly wasAsked?: boolean },
): { token?: CardToken } {
  const value = cardIn(transaction)?.token;
  if (typeof value !== 'string' || value === '') return {};
  const isContracted = (transaction.additional_data?.contract ?? []).length > 0;
  if (owner.wasAsked !== true && !isContracted && transaction.type !== 'tokenization') return {};
  const { provider, customerReference } = owner;
  return {
    token: new CardToken({ provider, value, ...(customerReference === undefined ? {} : { customerReference }) }),
  };
}

const longest = 64;

export function summaryOf(transaction: Transaction, secrets: readonly string[]): { card?: CardSummary } {
  const card = cardIn(transaction);
  if (card === null || card === undefined) return {};
  const { brand, issuer_name: issuerName, issuer_country: issuerCountry } = card;
  const texts = { brand: brand?.toLowerCase(), issuerName, issuerCountry };
  const summary: Record<string, string | number> = redactDetails(texts, secrets, longest);
  const add = (name: keyof CardSummary, value: string | number | null | undefined): void => {
    if (value !== null && value !== undefined) summary[name] = value;
  };
  add('firstSix', digits(card.bin, 6));
  add('lastFour', digits(card.last_4, 4));
  add('expiryMonth', card.exp_month);
  add('expiryYear', card.exp_year);
  return { card: summary };
}

/** Exactly so many digits; PCI DSS lets nobody show more. */
function digits(value: string | null | undefined, count: number): string | undefined {
  return typeof value === 'string' && value.length === count && /^\d+$/.test(value) ? value : undefined;
}
