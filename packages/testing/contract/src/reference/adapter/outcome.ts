import type { Action, CardSummary, ReportedOutcome, TransactionRecord } from '@ducat/core';
import { CardToken, DucatError, Money, declineFor, isCurrencyCode } from '@ducat/core';
import type { WireTransaction } from '../bank/transaction.ts';
import { isId } from './requests.ts';
import { writeContinuation } from './continuation.ts';
import type { ReferenceSettings } from './options.ts';

const operations: readonly string[] = ['tokenize', 'charge', 'authorize', 'capture', 'void', 'refund', 'payout'];

const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= 2048;
const isCount = (value: unknown): boolean => typeof value === 'string' && /^(?:0|[1-9]\d{0,18})$/.test(value);
const orNull =
  (check: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || check(value);
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const shape: Readonly<Record<keyof WireTransaction, (value: unknown) => boolean>> = {
  id: isId,
  kind: isText,
  status: isText,
  reference: isText,
  parent: orNull(isId),
  amount: isCount,
  currency: isCurrencyCode,
  test: (value) => typeof value === 'boolean',
  reason: orNull(isText),
  action_url: orNull(isText),
  form: orNull(isObject),
  token: orNull(isText),
  customer: orNull(isText),
  card: orNull(isObject),
  captured: isCount,
  refunded: isCount,
  changed_at: Number.isSafeInteger,
};

/** The value as a transaction of the bank. @throws DucatError `unexpected_response`, effect `possible`. */
export function readTransaction(value: unknown): WireTransaction {
  const fields = (isObject(value) ? value : {}) as Readonly<Record<string, unknown>>;
  const wrong = Object.entries(shape).filter(([name, check]) => !check(fields[name]));
  if (wrong.length === 0) return value as WireTransaction;
  const message = `the answer is not a transaction: ${wrong.map(([name]) => name).join(', ')}`;
  throw new DucatError({ code: 'unexpected_response', message, effect: 'possible' });
}

/**
 * What was asked for has to come back.
 * @throws DucatError `contradicting_response`: its success would not be ours, nor would its failure.
 */
export function requireEcho(asked: Partial<WireTransaction>, transaction: WireTransaction): void {
  const wrong = Object.entries(asked).filter(([key, value]) => transaction[key as keyof WireTransaction] !== value);
  if (wrong.length === 0) return;
  const message = `the answer is about something else: ${wrong.map(([key]) => key).join(', ')}`;
  throw new DucatError({ code: 'contradicting_response', message, effect: 'possible' });
}

export function toRecord(transaction: WireTransaction, settings: ReferenceSettings): TransactionRecord {
  const { kind, currency, captured, refunded, test } = transaction;
  const money = (minorUnits: string): Money => Money.of(BigInt(minorUnits), currencyOf(currency));
  const takes = kind === 'charge' || kind === 'authorize';
  return {
    operation: operations.includes(kind) ? kind : 'unmapped',
    outcome: toOutcome(transaction, settings),
    amount: money(transaction.amount),
    ...(takes ? { captured: money(captured), refunded: money(refunded) } : {}),
    testMode: test,
    updatedAt: transaction.changed_at,
  };
}

export function toOutcome(transaction: WireTransaction, settings: ReferenceSettings): ReportedOutcome {
  const { id: providerReference, reference, status } = transaction;
  // A word may be of any script; digits are none, so that no card number passes for one.
  const raw = { status: /^[^\p{N}\p{C}\s]{1,64}$/u.test(status) ? status : '(no word)' };
  const facts = { provider: settings.id, reference, providerReference, raw };
  switch (status) {
    case 'done': {
      const amount = Money.of(BigInt(transaction.amount), currencyOf(transaction.currency));
      return { status: 'approved', ...facts, amount, ...tokenOf(transaction, settings.id), ...cardOf(transaction) };
    }
    case 'declined':
      return { status: 'declined', ...facts, decline: declineOf(transaction.reason) };
    case 'processing':
      return { status: 'pending', ...facts, reason: 'processing' };
    case 'waiting': {
      const continuation = writeContinuation(transaction, settings);
      return { status: 'action_required', ...facts, action: actionOf(transaction, settings.baseUrl), continuation };
    }
    default:
      return { status: 'pending', ...facts, reason: 'unmapped_status' };
  }
}

// The bank's words are closed; a new one says nothing that could be acted on.
function declineOf(reason: string | null): ReturnType<typeof declineFor> {
  if (reason === 'insufficient_funds') return declineFor('insufficient_funds', 'issuer');
  return reason === 'authentication_failed'
    ? declineFor('authentication_failed', 'customer')
    : declineFor('unspecified', 'unspecified');
}

/** The shopper is sent to the bank and nowhere else. */
function actionOf({ action_url: url, form }: WireTransaction, baseUrl: string): Action {
  const isOwn = (text: unknown): text is string =>
    typeof text === 'string' && URL.canParse(text) && new URL(text).origin === new URL(baseUrl).origin;
  if (isOwn(url)) return { kind: 'redirect', url };
  const fields = Object.entries(form?.fields ?? {});
  if (isOwn(form?.url) && fields.every(([, value]) => isText(value))) {
    return { kind: 'form_post', url: form.url, fields: Object.fromEntries(fields) };
  }
  throw new DucatError({ code: 'unexpected_response', message: 'the page is not of the bank', effect: 'possible' });
}

function tokenOf({ token, customer }: WireTransaction, provider: string): { token?: CardToken } {
  if (typeof token !== 'string' || token === '') return {};
  return {
    token: new CardToken({ provider, value: token, ...(customer === null ? {} : { customerReference: customer }) }),
  };
}

function cardOf({ card }: WireTransaction): { card?: CardSummary } {
  if (card === null) return {};
  const digits = /^\d{6} \d{4}$/.test(`${card.first_six} ${card.last_four}`);
  return digits ? { card: { firstSix: card.first_six, lastFour: card.last_four } } : {};
}

function currencyOf(currency: string): Parameters<typeof Money.of>[1] {
  if (isCurrencyCode(currency)) return currency;
  throw new DucatError({ code: 'unexpected_response', message: 'there is no such currency', effect: 'possible' });
}
