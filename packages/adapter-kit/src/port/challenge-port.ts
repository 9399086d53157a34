import type {
  CallContext,
  ChallengeAnswer,
  ChallengeRequest,
  ErrorCode,
  Outcome,
  TransactionRecord,
} from '@ducat/core';
import { invalidRequest } from '@ducat/core';
import type { ChallengeFacts } from '../challenge-continuation.ts';
import { readChallenge } from '../challenge-continuation.ts';
import { requireEcho } from '../echo.ts';
import { relayAnswer } from '../exchange/relay.ts';
import { checkRequest } from '../request/check.ts';
import { challengeRequest } from '../request/schemas.ts';
import { budgetOf } from '../transport/budget.ts';
import type { Transport } from '../transport/transport.ts';
import type { Call } from './call.ts';
import { startCall } from './call.ts';
import { withEffect } from './effect.ts';
import { asDucatError } from './failure.ts';
import type { PortSettings } from './money-port.ts';

/** What a provider adds to the challenge port. */
export interface ChallengeSteps {
  readonly transport: Transport;
  /** Hosts to which an ACS's answer may be relayed. */
  readonly relayHosts: readonly string[];
  /** Asks the provider for the transaction: the only source of the outcome. */
  find(facts: ChallengeFacts, call: Call): Promise<TransactionRecord>;
}

const thrownCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'invalid_request',
  'unsupported',
  'authentication_failed',
  'refused',
]);

/**
 * The challenge port: relays the ACS's answer where the merchant received it, then asks for the transaction and compares
 * it with the continuation.
 *
 * A failure on the way says nothing about the payment, which the shopper may have finished at the provider's own pages,
 * so it is always `unknown`.
 */
export function challengePort(
  settings: PortSettings,
  steps: ChallengeSteps,
): (request: ChallengeRequest, context?: CallContext) => Promise<Outcome> {
  return async (request, context = {}) => {
    checkRequest(challengeRequest, request);
    const facts = readChallenge(request.continuation, settings.provider);
    const call = startCall(settings.provider, facts.reference ?? '', budgetOf(context, settings.timeoutMilliseconds));
    call.providerReference = facts.providerReference;
    try {
      if (request.answer !== undefined) await relay(steps, facts, request.answer, call);
      const record = await steps.find(facts, call);
      requireSame(facts, record);
      return record.outcome;
    } catch (thrown) {
      const error = asDucatError(thrown, call);
      if (thrownCodes.has(error.code)) throw error;
      const { provider, providerReference } = facts;
      const named = facts.reference === undefined ? {} : { reference: facts.reference };
      return {
        status: 'unknown',
        provider,
        providerReference,
        ...named,
        error: withEffect(error, 'possible'),
        raw: error.raw,
      };
    }
  };
}

async function relay(steps: ChallengeSteps, facts: ChallengeFacts, answer: ChallengeAnswer, call: Call): Promise<void> {
  if (facts.relayTo === undefined) {
    throw invalidRequest('answer', 'this payment has no answer to relay: its shopper returns by the return URL');
  }
  await relayAnswer(steps.transport, facts.relayTo, steps.relayHosts, answer, call);
}

function requireSame(facts: ChallengeFacts, record: TransactionRecord): void {
  requireEcho({
    ...(facts.amount === undefined ? {} : { amount: [facts.amount, record.amount] }),
    ...(facts.reference === undefined ? {} : { reference: [facts.reference, record.outcome.reference] }),
    ...(facts.testMode === undefined ? {} : { testMode: [facts.testMode, record.testMode] }),
    operation: [facts.operation, record.operation],
  });
}
