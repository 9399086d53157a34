import type { WebhookEvent, WebhookRequest } from '@ducat/core';
import { DucatError, invalidRequest } from '@ducat/core';
import type { Engine } from './engine.ts';
import { transactionName } from './log/names.ts';
import type { LoadedPayment } from './log/payment-log.ts';
import type { PaymentEvent } from './model/event.ts';
import { findingOf } from './model/finding-of.ts';
import { contradictionOf } from './recovery/compare.ts';
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

async function paymentOf({ journal }: Engine, { provider, transaction }: WebhookEvent): Promise<string | undefined> {
  const { outcome } = transaction;
  const { reference, providerReference } = outcome;
  try {
    const named = reference === undefined ? undefined : await journal.find({ kind: 'attempt', value: reference });
    if (named !== undefined || providerReference === undefined) return named;
    return await journal.find(transactionName(provider, providerReference));
  } catch (cause) {
    throw new DucatError({ code: 'journal_failed', message: 'the journal could not be read', effect: 'none', cause });
  }
}

function newsOf({ state, events }: LoadedPayment, event: WebhookEvent, at: number): PaymentEvent[] {
  const { fingerprint: id, provider, transaction } = event;
  const refused = (reason: string): PaymentEvent[] =>
    events.some((known) => known.type === 'webhook_refused' && known.id === id)
      ? []
      : [{ type: 'webhook_refused', at, id, provider, reason }];
  const attempts = state.operations.flatMap((operation) =>
    operation.attempts.map((attempt) => ({ operation, attempt })),
  );
  const found = attempts.find(({ operation, attempt }) => isAbout(event, operation, attempt));
  if (found === undefined) return refused('it is about no attempt of this payment');
  const { operation, attempt } = found;
  if (attempt.evidence.some((piece) => piece.id === id)) return [];
  const contradiction = contradictionOf(transaction, operation, attempt);
  if (contradiction !== undefined) return refused(contradiction);
  const finding = findingOf(transaction.outcome, operation.begun.amount);
  const reference = attempt.begun.reference;
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
  return outcome.providerReference !== undefined && outcome.providerReference === attempt.providerReference;
}

function statusOf(news: readonly PaymentEvent[]): Received['status'] {
  const [first] = news;
  if (first === undefined) return 'known';
  return first.type === 'evidence' ? 'recorded' : 'contradicting';
}
