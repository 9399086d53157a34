import type { AttemptContext, Operation, Outcome, Provider } from '@ducat/core';
import { Money } from '@ducat/core';
import { strict as assert } from 'node:assert';
import type { LedgerEntry } from '../harness/ledger.ts';
import type { WorldCards } from '../harness/world.ts';
import type { Stage } from '../stage.ts';
import { askFor } from './ask.ts';
import type { OperationFacts } from './operations.ts';
import { take } from './payment.ts';

/** One operation that is ready to be asked for, and what the bank did since. */
export interface Deed {
  readonly facts: OperationFacts;
  readonly amount: Money;
  readonly request: Readonly<Record<string, unknown>>;
  /** How it ends when nothing goes wrong: on a provider's own page the shopper has to act first. */
  readonly usual: 'approved' | 'action_required';
  /** Whether it moves money by then; a card can be stored without. */
  readonly moves: boolean;
  /** Asks for it, any number of times. */
  perform(context: AttemptContext, provider?: Provider): Promise<Outcome>;
  /** How often the bank has done it. */
  times(): number;
  /** Everything the bank did since it was made ready. */
  entries(): readonly LedgerEntry[];
}

const firstAmount = 2001n;

/** How many were made on each stage: no two are of one amount, because providers refuse what looks like a repeat. */
const made = new WeakMap<Stage, bigint>();

/** Makes operations ready on one stage. */
export class Deeds {
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async ready(facts: OperationFacts, card: keyof WorldCards = 'approved'): Promise<Deed> {
    const stage = this.#stage;
    const count = made.get(stage) ?? 0n;
    made.set(stage, count + 1n);
    const amount = Money.of(firstAmount + count, 'USD');
    const request = await this.#request(facts.operation, amount, card);
    const before = this.#ledger().length;
    const isHosted = facts.ports.length === 1 && facts.operation !== 'payout' && stage.source(card).kind === 'hosted';
    const storesOnly = facts.operation === 'tokenize' && stage.provider.limits.tokenize === 'standalone';
    const entries = (): readonly LedgerEntry[] => this.#ledger().slice(before);
    return {
      facts,
      amount,
      request,
      usual: isHosted ? 'action_required' : 'approved',
      moves: !isHosted && !storesOnly,
      perform: (context, provider = stage.provider) => askFor(provider, facts.operation, request, context),
      times: () => entries().filter(({ kind }) => facts.movements.includes(kind)).length,
      entries,
    };
  }

  #ledger(): readonly LedgerEntry[] {
    return this.#stage.world.ledger?.() ?? [];
  }

  async #request(operation: Operation, amount: Money, card: keyof WorldCards): Promise<Record<string, unknown>> {
    const stage = this.#stage;
    const order = { ...stage.order(), amount };
    switch (operation) {
      case 'charge':
      case 'authorize':
        return { ...order, source: stage.source(card) };
      case 'tokenize':
        return { ...order, source: stage.source(card), usage: ['recurring'], onPayment: 'allow' };
      case 'capture':
      case 'void': {
        const { providerReference } = await stage.authorize(amount.toDecimal());
        return { authorization: providerReference, amount };
      }
      case 'refund': {
        const { payment } = await take(stage, amount.toDecimal());
        return { payment, amount, reason: 'The hat was too small' };
      }
      case 'payout':
        return {
          amount,
          destination: { kind: 'card', card: stage.card(card) },
          description: 'Royalties',
          recipient: order.customer,
        };
    }
  }
}

/** Counts the requests of a call that goes well. */
export async function requestsOf(stage: Stage, deed: Deed): Promise<number> {
  const before = stage.front.seen.length;
  const outcome = await deed.perform(stage.attempt());
  assert.equal(outcome.status, deed.usual, `a call that nothing disturbs: ${JSON.stringify(outcome)}`);
  return stage.front.seen.length - before;
}

/** The position of the request after which the bank has done it; the last one where no ledger shows that. */
export async function decidingRequestOf(stage: Stage, deed: Deed): Promise<number> {
  let requests = 0;
  let deciding: number | undefined;
  let isOver = false;
  stage.front.rewrite((_request, response) => {
    if (isOver) return response;
    if (deed.times() > 0) deciding ??= requests;
    requests += 1;
    return response;
  });
  const outcome = await deed.perform(stage.attempt());
  isOver = true;
  assert.equal(outcome.status, deed.usual, `a call that nothing disturbs: ${JSON.stringify(outcome)}`);
  return deciding ?? requests - 1;
}
