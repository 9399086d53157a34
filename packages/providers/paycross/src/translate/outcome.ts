import type { Call } from '@ducat/adapter-kit';
import { redactDetails, requireEcho } from '@ducat/adapter-kit';
import type { CardSummary, Money, Operation, ReportedOutcome, TransactionRecord } from '@ducat/core';
import { CardToken, DucatError, declineFor } from '@ducat/core';
import type { Transaction } from '../wire/transaction.ts';
import { challengeStep } from './challenge.ts';
import { declineOf } from './decline.ts';
import type { MoneyTranslation } from './money.ts';
import { operationOfType } from './operation.ts';
import { statusMeaning } from './status.ts';

/** What was asked for, when the transaction is the answer to a request. */
export interface Asked {
  readonly operation: Operation;
  readonly amount: Money;
  /** Left out where the mode is the parent's. */
  readonly testMode?: boolean;
  readonly customerReference?: string | undefined;
  readonly termUrl?: string | undefined;
}

/**
 * The outcome of a request from the transaction it was answered with.
 * @throws DucatError `contradicting_response` when the transaction is not the one that was asked for.
 */
export function toAnswer(transaction: Transaction, asked: Asked, money: MoneyTranslation, call: Call): ReportedOutcome {
  const { operation, amount, testMode, customerReference, termUrl } = asked;
  const { test, tracking_id: trackingId, type } = transaction;
  requireEcho({
    amount: [amount, money.fromWire(transaction.amount, transaction.currency ?? amount.currency)],
    reference: [call.reference, trackingId ?? undefined],
    ...(testMode === undefined ? {} : { testMode: [testMode, test ?? undefined] }),
    operation: [operation, type === null || type === undefined ? undefined : operationOfType(type)],
  });
  const { provider, reference, secrets } = call;
  return toOutcome(transaction, operation, { provider, reference, secrets, money, asked: amount, customerReference, termUrl });
}

/** What is known beside the transaction itself. */
export interface OutcomeFrame {
  readonly provider: string;
  readonly money: MoneyTranslation;
  /** What was asked for, where the transaction came as the answer to a request: children carry no currency. */
  readonly asked?: Money;
  readonly reference?: string;
  readonly customerReference?: string | undefined;
  readonly termUrl?: string | undefined;
  /** Secrets of the request, which no printed text may repeat. */
  readonly secrets: readonly string[];
}

export function toRecord(transaction: Transaction, frame: OutcomeFrame): TransactionRecord {
  const operation = operationOfType(transaction.type ?? '');
  const amount = frame.money.fromWire(transaction.amount, transaction.currency);
  const updatedAt = Date.parse(transaction.updated_at ?? '');
  return {
    operation,
    outcome: toOutcome(transaction, operation === 'unmapped' ? 'charge' : operation, frame),
    ...(amount === undefined ? {} : { amount }),
    ...(typeof transaction.test === 'boolean' ? { testMode: transaction.test } : {}),
    ...(Number.isNaN(updatedAt) ? {} : { updatedAt }),
  };
}

/** @throws DucatError `unexpected_response` when a success does not say how much and nothing was asked for. */
export function toOutcome(transaction: Transaction, operation: Operation, frame: OutcomeFrame): ReportedOutcome {
  const { provider } = frame;
  const reference = frame.reference ?? transaction.tracking_id ?? undefined;
  const facts = {
    provider,
    ...(reference === undefined ? {} : { reference }),
    providerReference: transaction.uid,
    raw: detailsOf(transaction, frame.secrets),
  };
  const amount = frame.money.fromWire(transaction.amount, transaction.currency) ?? frame.asked;
  switch (statusMeaning(transaction.status)) {
    case 'approved':
      if (amount === undefined) throw withoutAmount(provider);
      return { status: 'approved', ...facts, amount, ...tokenOf(transaction, frame), ...cardOf(transaction) };
    case 'declined':
      return { status: 'declined', ...facts, decline: declineOf(transaction) };
    case 'expired':
      return { status: 'declined', ...facts, decline: declineFor('expired', 'customer') };
    case 'action_required':
      return { status: 'action_required', ...facts, ...challengeStep(transaction, { provider, operation, amount, customerReference: frame.customerReference, termUrl: frame.termUrl }) };
    case 'pending':
      return { status: 'pending', ...facts, reason: 'processing' };
    case 'unmapped':
      return { status: 'pending', ...facts, reason: 'unmapped_status' };
  }
}

function withoutAmount(provider: string): DucatError {
  const message = 'the provider reports a success without its amount or currency';
  return new DucatError({ code: 'unexpected_response', message, effect: 'possible', provider });
}

function detailsOf(transaction: Transaction, secrets: readonly string[]): Record<string, string> {
  const { status, type, code, message, friendly_message: friendlyMessage, three_d_secure_verification: verification } = transaction;
  return redactDetails({ status, type, code, message, friendlyMessage, threeDSecureStatus: verification?.status }, secrets);
}

function tokenOf(transaction: Transaction, frame: OutcomeFrame): { token?: CardToken } {
  const value = transaction.credit_card?.token;
  if (typeof value !== 'string' || value === '') return {};
  const customer = frame.customerReference === undefined ? {} : { customerReference: frame.customerReference };
  return { token: new CardToken({ provider: frame.provider, value, ...customer }) };
}

function cardOf({ credit_card: card }: Transaction): { card?: CardSummary } {
  if (card === null || card === undefined) return {};
  const summary: Record<string, string | number> = {};
  const add = (name: keyof CardSummary, value: string | number | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '') summary[name] = value;
  };
  add('firstSix', card.bin?.slice(0, 6));
  add('lastFour', card.last_4?.slice(-4));
  add('brand', card.brand?.toLowerCase());
  add('expiryMonth', card.exp_month);
  add('expiryYear', card.exp_year);
  add('issuerName', card.issuer_name);
  add('issuerCountry', card.issuer_country);
  return { card: summary };
}
