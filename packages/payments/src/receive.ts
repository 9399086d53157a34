import type { WebhookEvent, WebhookRequest } from '@ducat/core';
import { invalidRequest } from '@ducat/core';
import type { Engine } from './engine.ts';
import { transactionName } from './log/names.ts';
import type { LoadedPayment } from './log/loaded.ts';
import type { PaymentEvent } from './model/event.ts';
import { findingOf } from './model/finding-of.ts';
import { contradictionOf } from './recovery/compare.ts';
import { isDecided } from './reduce/running.ts';
import type { AttemptState, OperationState } from './reduce/state.ts';

/** What was done with a webhook. Answer the provider 200 for every one of them: it is stored, or there is nothing to store. */
export interface Received {
  /**
   * - `recorded`: it stands in the journal, and the provider is asked about it;
   * - `known`: this message was recorded before;
   * - `contradicting`: authentic, but about another amount, currency, reference or mode; recorded, and nothing else;
   * - `unrelated`: about a transaction that is not in the journal.
   */
  readonly status: 'recorded' | 'known' | 'contradicting' | 'unrelated';
  readonly payment?: string;
}

/**
 * Takes a webhook: verified, compared with the journal, written down, and only then answered. It is a hint: it changes
 * no state by itself.
 * @throws DucatError `invalid_signature` when it is forged; `journal_failed` when it could not be stored: answer 503, and
 * the provider sends it again.
 */
export async function receiveWebhook(engine: Engine, providerId: string, request: WebhookRequest): Promise<Received> {
  const provider = engine.providers.get(providerId);
  if (provider?.webhook === undefined) throw invalidRequest('provider', `${providerId} has no webhooks here`);
  const event = await provider.webhook(request, { clock: engine.clock });
  const payment = await paymentOf(engine, event);
  if (payment === undefined) return { status: 'unrelated' };
  let status: Received['status'] = 'known';
  await engine.log.amend(await engine.log.load(payment), (newest) => {
    const news = newsOf(newest, event, engine.clock.now());
    status = statusOf(news);
    return news;
  });
  return { status, payment };
}

async function paymentOf({ log }: Engine, { provider, transaction }: WebhookEvent): Promise<string | undefined> {
  const { reference, providerReference } = transaction.outcome;
  const named = reference === undefined ? undefined : await log.find({ kind: 'attempt', value: reference });
  if (named !== undefined || providerReference === undefined) return named;
  return await log.find(transactionName(provider, providerReference));
}

function newsOf({ state, events }: LoadedPayment, event: WebhookEvent, at: number): PaymentEvent[] {
  const { fingerprint, provider, transaction } = event;
  const id = `webhook ${fingerprint}`;
  const refused = (reason: string): PaymentEvent[] =>
    events.some((known) => known.type === 'webhook_refused' && known.id === id)
      ? []
      : [{ type: 'webhook_refused', at, id, provider, reason }];
  const about = state.operations.flatMap((operation) =>
    operation.attempts
      .filter((attempt) => isAbout(event, operation, attempt))
      .map((attempt) => ({ operation, attempt, contradiction: contradictionOf(transaction, operation, attempt) })),
  );
  if (about.some(({ attempt }) => attempt.evidence.some((piece) => piece.id === id))) return [];
  // One transaction may answer for several refunds: the one that is asked about fits, and is not decided.
  const fitting = about.filter(({ contradiction }) => contradiction === undefined);
  const found = fitting.find(({ attempt }) => !isDecided(attempt)) ?? fitting.at(-1);
  if (found === undefined) return refused(about[0]?.contradiction ?? 'it is about no attempt of this payment');
  const finding = findingOf(transaction.outcome, found.operation.begun.amount);
  const { reference } = found.attempt.begun;
  return [{ type: 'evidence', at, id, reference, source: 'webhook', trust: 'hint', finding }];
}

/** By the attempt's reference, else by the provider's id; the operation decides among those that share an id. */
function isAbout(
  { provider, transaction }: WebhookEvent,
  { begun: asked }: OperationState,
  attempt: AttemptState,
): boolean {
  const { outcome, operation } = transaction;
  if (attempt.begun.provider !== provider) return false;
  if (operation !== 'unmapped' && operation !== asked.kind) return false;
  if (outcome.reference !== undefined) return outcome.reference === attempt.begun.reference;
  const named = outcome.providerReference;
  return named !== undefined && (named === attempt.providerReference || named === asked.target?.providerReference);
}

function statusOf(news: readonly PaymentEvent[]): Received['status'] {
  const [first] = news;
  if (first === undefined) return 'known';
  return first.type === 'evidence' ? 'recorded' : 'contradicting';
}
