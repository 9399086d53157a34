import type {
  ActionRequired,
  AttemptContext,
  Approved,
  Card as CardType,
  CurrencyCode,
  Outcome,
  PaymentDetails,
  PaymentSource,
  Port,
  Provider,
  Supporting,
} from '@ducat/core';
import { Card, Money } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import type { Harness, Setup } from './harness/harness.ts';
import type { LedgerEntry } from './harness/ledger.ts';
import type { World, WorldCards } from './harness/world.ts';
import { Front } from './network/front.ts';
import { NotProvable } from './promise.ts';

const usualSetup: Setup = { id: 'under-test', testMode: true, timeoutMilliseconds: 5000 };

/** Where one promise is kept: a fresh world, the sockets in front of it, and the provider under test. */
export class Stage {
  readonly world: World;
  readonly front: Front;
  readonly provider: Supporting<Port>;
  readonly #harness: Harness;
  readonly #opened: Provider[] = [];

  private constructor(harness: Harness, world: World, front: Front) {
    this.#harness = harness;
    this.world = world;
    this.front = front;
    this.provider = this.create();
  }

  static async open(harness: Harness): Promise<Stage> {
    const front = await Front.open(harness.world.surfaces);
    try {
      const world = await harness.world.open(front.origins);
      front.serve((surface, request) => world.handle(surface, request));
      return new Stage(harness, world, front);
    } catch (error) {
      await front.close();
      throw error;
    }
  }

  /** Another provider object over the same world: another process, another setup, other origins. */
  create(setup: Partial<Setup> = {}, origins: Readonly<Record<string, string>> = this.front.origins): Supporting<Port> {
    const provider = this.#harness.create(origins, { ...usualSetup, ...setup });
    this.#opened.push(provider);
    // The promises name the ports they are about, and are not kept where one is missing.
    return provider as Supporting<Port>;
  }

  /** Configurations with which anybody could forge a webhook. */
  get forgeable(): readonly (() => Provider)[] {
    if (this.#harness.forgeable === undefined) throw new NotProvable('forgeable');
    return this.#harness.forgeable;
  }

  /** A new attempt. */
  attempt(): AttemptContext {
    return { reference: randomUUID() };
  }

  card(meaning: keyof WorldCards = 'approved'): CardType {
    const data = this.world.cards[meaning];
    if (data === undefined) throw new NotProvable(`cards.${meaning}`);
    return new Card(data);
  }

  /** What pays: a card, or the provider's own page where it takes cards nowhere else. */
  source(meaning: keyof WorldCards = 'approved'): PaymentSource {
    const isOnPage = meaning === 'approved' && this.world.cards.approved === undefined;
    return isOnPage ? { kind: 'hosted' } : { kind: 'card', card: this.card(meaning) };
  }

  /** A card payment without its amount's surprises: everything a provider may ask for is given. */
  order(amount: string | Money = '12.34', currency: CurrencyCode = 'USD'): PaymentDetails {
    return {
      amount: typeof amount === 'string' ? Money.parse(amount, currency) : amount,
      description: 'A hat',
      customer: { reference: 'customer-1', email: 'jane@example.com', ipAddress: '203.0.113.7' },
      returnUrl: 'https://shop.example/return',
      webhookUrl: 'https://shop.example/webhook',
    };
  }

  /**
   * Charges a card that is approved, or as said, or holds the amount on it; of what is held a part may be captured.
   * Where the provider takes cards on its own page only, the shopper pays there, and the outcome is what `challenge`
   * says then.
   */
  async pay(
    operation: 'charge' | 'authorize',
    amount?: string | Money,
    meaning: keyof WorldCards = 'approved',
    context: AttemptContext = this.attempt(),
  ): Promise<Outcome> {
    const source = this.source(meaning);
    const request = { ...this.order(amount), source };
    const outcome = await (operation === 'charge'
      ? this.provider.charge(request, context)
      : this.provider.authorize({ ...request, partialCapture: true }, context));
    return source.kind === 'hosted' && outcome.status === 'action_required' ? this.#finishOnPage(outcome) : outcome;
  }

  /** Holds an amount; a part of it may be captured. */
  async authorize(amount?: string, context?: AttemptContext): Promise<Approved> {
    return approved(await this.pay('authorize', amount, 'approved', context));
  }

  /** The movements that an attempt opened, and those that followed on them. */
  movements(reference: string, ...kinds: LedgerEntry['kind'][]): readonly LedgerEntry[] {
    const entries = this.world.ledger?.() ?? [];
    return entries.filter(
      (entry) => entry.reference === reference && (kinds.length === 0 || kinds.includes(entry.kind)),
    );
  }

  async #finishOnPage({ action, continuation }: ActionRequired): Promise<Outcome> {
    const { world } = this;
    if (world.shop === undefined) throw new NotProvable('shop');
    const isMerchant = (url: string): boolean => url.startsWith('https://shop.example/');
    await this.front.aside(async () => world.shop?.(action, 'approve', isMerchant));
    return this.provider.challenge({ continuation });
  }

  async close(): Promise<void> {
    // The front goes first: a call that a broken provider left hanging would keep `close` waiting.
    await this.front.close();
    await Promise.all(this.#opened.map((provider) => provider.close()));
    await this.world.close?.();
  }
}

/** The outcome, which has to be an approval. */
export function approved(outcome: Outcome): Approved {
  assert.equal(outcome.status, 'approved', `expected an approval, got ${JSON.stringify(outcome)}`);
  return outcome as Approved;
}
