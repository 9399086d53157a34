import type { Call } from '@ducat/adapter-kit';
import { redactDetails, requireEcho } from '@ducat/adapter-kit';
import type { Money, Operation, ReportedOutcome, TransactionRecord } from '@ducat/core';
import { DucatError, declineFor } from '@ducat/core';
import type { Transaction } from '../wire/transaction.ts';
import { secretsOf, storedCardOf, summaryOf } from './card.ts';
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
  /** Of a capture, void or refund. */
  readonly parent?: string;
  readonly storesCard?: boolean;
  readonly customerReference?: string | undefined;
  readonly termUrl?: string | undefined;
}

/**
 * The outcome of a request from the transaction it was answered with.
 * @throws DucatError `contradicting_response` when the transaction is not the one that was asked for; `duplicate` when
 * it failed because there is another one, which may be an earlier try of the same attempt.
 */
export function toAnswer(transaction: Transaction, asked: Asked, money: MoneyTranslation, call: Call): ReportedOutcome {
  const { operation, amount, testMode, parent, storesCard, customerReference, termUrl } = asked;
  const { test, tracking_id: trackingId, parent_uid: parentUid, type } = transaction;
  requireEcho({
    reference: [call.reference, trackingId ?? undefined],
    operation: [operation, type === null || type === undefined ? undefined : operationOfType(type)],
  });
  if (parent !== undefined) requireEcho({ reference: [parent, parentUid ?? undefined] });
  // From here on it is ours, so that a lookup by its uid can tell more.
  call.providerReference = transaction.uid;
  // Children may carry no currency.
  const answered = money.fromWire(transaction.amount, transaction.currency ?? amount.currency);
  requireEcho({
    amount: [amount, answered],
    ...(testMode === undefined ? {} : { testMode: [testMode, test ?? undefined] }),
  });
  const { provider, reference, secrets } = call;
  const frame = { provider, reference, secrets, money, storesCard, customerReference, termUrl };
  const outcome = toOutcome(transaction, operation, frame, { asked: amount, answered });
  if (outcome.status === 'declined' && outcome.decline.reason === 'duplicate') {
    const message = 'the provider says that there is such a transaction already; look up which';
    throw new DucatError({ code: 'duplicate', message, effect: 'possible', provider, raw: outcome.raw });
  }
  return outcome;
}

/** What is known beside the transaction itself. */
export interface OutcomeFrame {
  readonly provider: string;
  readonly money: MoneyTranslation;
  readonly reference?: string;
  readonly storesCard?: boolean | undefined;
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
    outcome: toOutcome(transaction, operation === 'unmapped' ? 'charge' : operation, frame, { answered: amount }),
    ...(amount === undefined ? {} : { amount }),
    ...(typeof transaction.test === 'boolean' ? { testMode: transaction.test } : {}),
    ...(Number.isNaN(updatedAt) ? {} : { updatedAt }),
  };
}

interface Amounts {
  /** Where the transaction came as the answer to a request. */
  readonly asked?: Money;
  readonly answered: Money | undefined;
}

/** @throws DucatError `unexpected_response` when a success does not say how much. */
function toOutcome(
  transaction: Transaction,
  operation: Operation,
  frame: OutcomeFrame,
  { asked, answered: amount }: Amounts,
): ReportedOutcome {
  const { provider, customerReference, termUrl } = frame;
  const reference = frame.reference ?? transaction.tracking_id ?? undefined;
  const secrets = secretsOf(transaction, frame.secrets);
  const facts = {
    provider,
    ...(reference === undefined ? {} : { reference }),
    providerReference: transaction.uid,
    raw: detailsOf(transaction, secrets),
  };
  switch (statusMeaning(transaction.status)) {
    case 'approved': {
      if (amount === undefined) throw withoutAmount(provider);
      const token = storedCardOf(transaction, { provider, customerReference, wasAsked: frame.storesCard === true });
      return { status: 'approved', ...facts, amount, ...token, ...summaryOf(transaction, secrets) };
    }
    case 'declined':
      return { status: 'declined', ...facts, decline: declineOf(transaction) };
    case 'expired':
      return { status: 'declined', ...facts, decline: declineFor('expired', 'customer') };
    case 'action_required': {
      const known = { provider, operation, amount: amount ?? asked, customerReference, termUrl };
      return { status: 'action_required', ...facts, ...challengeStep(transaction, known) };
    }
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
  const {
    status,
    type,
    code,
    message,
    friendly_message: friendlyMessage,
    three_d_secure_verification: verification,
  } = transaction;
  return redactDetails(
    { status, type, code, message, friendlyMessage, threeDSecureStatus: verification?.status },
    secrets,
  );
}
