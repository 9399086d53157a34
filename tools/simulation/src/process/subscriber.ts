import type { Clock } from '@ducat/core';
import type { PaymentsEvent } from '@ducat/payments';
import type { Dice } from '../chance/dice.ts';
import type { Violations } from '../invariants/violations.ts';
import type { Told } from '../scenario/told.ts';
import { isFinal } from '../scenario/told.ts';
import type { Trace } from '../trace/trace.ts';
import type { Owners } from './owners.ts';

/** What subscribers have heard. */
export interface Events {
  /** Keys of operations whose end was told. */
  readonly endings: ReadonlySet<string>;
  /** Keys of operations that need a person. */
  readonly reviews: ReadonlySet<string>;
}

export interface SubscriberSurroundings {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly told: Told;
  readonly trace: Trace;
  readonly owners: Owners;
  readonly violations: Violations;
  /** Whether some process had a wrong clock within so long before now. */
  readonly hadWrongClock: (milliseconds: number) => boolean;
}

/** Longer than a process keeps what it took to deliver. */
const longestDelivery = 10 * 60_000;

/** In percent; the event comes again. */
const failures = 2;

/** The merchant's side of events: slow at times, failing at times, and the same for all processes. */
export class MerchantSubscriber implements Events {
  readonly #around: SubscriberSurroundings;
  readonly endings: Set<string> = new Set();
  readonly reviews: Set<string> = new Set();
  readonly #lastSequence = new Map<string, number>();
  readonly #times = new Map<string, number>();
  readonly #heard = new Set<string>();

  constructor(around: SubscriberSurroundings) {
    this.#around = around;
  }

  async hear(event: PaymentsEvent): Promise<void> {
    const { clock, dice } = this.#around;
    const times = (this.#times.get(event.id) ?? 0) + 1;
    this.#times.set(event.id, times);
    const name = `subscriber/${event.id}/${times}`;
    if (dice.roll(name) * 100 < failures) throw new Error('the subscriber is not well today');
    this.#take(event);
    const delay = Math.floor(dice.roll(`${name}/time`) * 2000);
    await new Promise<void>((resolve) => void clock.schedule(delay, resolve));
  }

  #take(event: PaymentsEvent): void {
    const { told, trace, owners, violations, hadWrongClock } = this.#around;
    const { payment, id, type, key, status } = event;
    const owner = owners.ofReference(payment);
    const sequence = Number(id);
    const last = this.#lastSequence.get(payment) ?? 0;
    const isRepeated = this.#heard.has(id);
    // By a wrong clock a process takes what another is delivering, and may tell it again after what came later.
    const isExcused = isRepeated && hadWrongClock(longestDelivery);
    if (sequence < last && !isExcused) {
      violations.add(7, owner, `the event ${type} of ${payment} came ${isRepeated ? 'again ' : ''}after a later one`);
    }
    if (isRepeated) return;
    this.#heard.add(id);
    this.#lastSequence.set(payment, Math.max(last, sequence));
    trace.tell(owner, `subscribers hear: ${type} (${key}, ${status})`);
    if (type === 'payment.needs_review') {
      this.reviews.add(key);
      return;
    }
    if (isFinal(status)) this.endings.add(key);
    const amount = 'amount' in event ? event.amount : event.requested;
    told.say(owner, { key, status, amount, by: `the event ${type}`, began: told.moment() });
  }
}
