import type { Clock } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { Dice } from '../chance/dice.ts';
import type { Injector, Opportunity } from '../faults/injector.ts';
import type { ProviderId } from '../faults/steps.ts';
import { wordsOf } from '../faults/table.ts';
import type { Violations } from '../invariants/violations.ts';
import type { Owners } from '../process/owners.ts';
import type { Process } from '../process/process.ts';
import { text } from '@ducat/simulator';
import type { Trace } from '../trace/trace.ts';
import type { Expected, Message } from './webhook-message.ts';
import { forged, ofOtherMode, subjectOf, toRequest, withOtherAmount, withUnknownStatus } from './webhook-message.ts';

export interface PostOfficeSurroundings {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly injector: Injector;
  readonly trace: Trace;
  readonly owners: Owners;
  readonly violations: Violations;
  readonly pick: (number: number) => Process | undefined;
}

interface Letter {
  readonly provider: ProviderId;
  readonly payment: string;
  readonly moment: Opportunity;
  readonly message: Message;
  /** It names an attempt of its own, not only the transaction that it acts on. */
  readonly isFirst: boolean;
  readonly expected: Expected;
  /** As the provider sent it. */
  readonly isTrue: boolean;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Carries webhooks to whichever process is up: late, twice, not at all, and with forgeries among them. */
export class PostOffice {
  readonly #around: PostOfficeSurroundings;
  /** How often each message was handed to a process. */
  readonly #handed = new Map<string, number>();
  /** Messages beside which others came that only the provider can make. */
  readonly #imitated = new Set<string>();
  readonly #forged = new Map<ProviderId, number>();

  constructor(around: PostOfficeSurroundings) {
    this.#around = around;
  }

  /** Messages that were refused as forged, by provider. */
  get forged(): ReadonlyMap<ProviderId, number> {
    return this.#forged;
  }

  /** The status with which the merchant answered the provider. */
  async deliver(provider: ProviderId, message: Message): Promise<number> {
    const { owners, injector, clock, trace } = this.#around;
    const { reference, providerReference, parent } = subjectOf(message);
    const payment =
      owners.ofReference(reference) ||
      owners.of(`${provider}/${providerReference}`) ||
      owners.of(`${provider}/${parent}`);
    const moment = injector.opportunity(payment === '' ? provider : payment, provider, 'webhook');
    const isFirst = reference !== '';
    const own: Letter = { provider, payment, moment, message, isFirst, expected: 'anything', isTrue: true };
    // What looks like it and comes from the provider may be taken for it, also when the provider sends it once more.
    if (this.#sendOthers(own)) this.#imitated.add(contentOf(own));
    const letter = { ...own, isTrue: !this.#imitated.has(contentOf(own)) };
    if (this.#meets(letter, 'lost')) return 200;
    if (this.#meets(letter, 'duplicated')) this.#later(letter, this.#delayOf(letter, 'twin'));
    if (this.#meets(letter, 'replayed')) this.#later(letter, 3 * day);
    const delay = this.#delayOf(letter, 'own');
    await new Promise<void>((resolve) => void clock.schedule(delay, resolve));
    const status = await this.#handOver(letter);
    trace.note(payment, `webhook of ${provider} answered ${status}`);
    return status;
  }

  /** What comes beside the true message; whether any of it is authentic. */
  #sendOthers(letter: Letter): boolean {
    const { provider, message, isFirst } = letter;
    const others: readonly (readonly [string, Message | undefined, Expected])[] = [
      ['forged', this.#isDrawn(letter, 'forged') ? forged(provider, message) : undefined, 'refuse'],
      [
        'other_mode',
        this.#isDrawn(letter, 'other_mode') ? ofOtherMode(provider, message) : undefined,
        provider === 'paymega' ? 'refuse' : isFirst ? 'record only' : 'anything',
      ],
      [
        'amount_mismatch',
        this.#isDrawn(letter, 'amount_mismatch') ? withOtherAmount(provider, message) : undefined,
        isFirst && provider === 'paycross' ? 'record only' : 'anything',
      ],
      [
        'unknown_status',
        this.#isDrawn(letter, 'unknown_status') ? withUnknownStatus(provider, message) : undefined,
        'anything',
      ],
    ];
    for (const [fault, other, expected] of others) {
      if (other === undefined) continue;
      this.#around.trace.tell(letter.payment, wordsOf(fault, 'webhook'), true);
      this.#later({ ...letter, message: other, expected, isTrue: false }, this.#delayOf(letter, fault));
    }
    return others.some(([fault, other]) => other !== undefined && fault !== 'forged');
  }

  #isDrawn({ moment }: Letter, fault: string): boolean {
    return this.#around.injector.each(moment, fault);
  }

  #meets(letter: Letter, fault: string): boolean {
    const drawn = this.#isDrawn(letter, fault);
    if (drawn) this.#around.trace.tell(letter.payment, `${wordsOf(fault, 'webhook')} (${letter.provider})`, true);
    return drawn;
  }

  #delayOf(letter: Letter, which: string): number {
    const { dice, clock } = this.#around;
    const random = dice.stream(`${letter.moment.name}/${which}`);
    if (which === 'own' && this.#meets(letter, 'early')) return 0;
    if (which === 'own' && this.#meets(letter, 'batched')) return 10 * minute - (clock.now() % (10 * minute));
    if (which !== 'own' ? random.integer(2) === 0 : this.#meets(letter, 'reordered')) return random.integer(2 * hour);
    return 500 + random.integer(5000);
  }

  #later(letter: Letter, delay: number): void {
    const { clock } = this.#around;
    clock.schedule(delay, () => void this.#handOver(letter));
  }

  async #handOver(letter: Letter): Promise<number> {
    const { dice, injector, pick } = this.#around;
    const moment = injector.opportunity(`${letter.moment.name}/handed`, letter.provider, 'webhook');
    const process = pick(Math.floor(dice.roll(moment.name) * 8));
    if (process === undefined) return 503;
    if (letter.expected === 'anything' && this.#crashes(letter, 'crash_before', process)) return 503;
    const content = contentOf(letter);
    this.#handed.set(content, (this.#handed.get(content) ?? 0) + 1);
    const answer = await process.ask((payments) => payments.receive(letter.provider, toRequest(letter.message)));
    if (answer.kind === 'died') return 503;
    if (letter.expected === 'anything' && this.#crashes(letter, 'crash_after', process)) return 503;
    if (answer.kind === 'error') return this.#refusal(letter, answer.error);
    this.#judge(letter, answer.value.status);
    return 200;
  }

  #crashes(letter: Letter, fault: string, process: Process): boolean {
    if (!this.#meets(letter, fault)) return false;
    process.crash();
    return true;
  }

  #refusal({ expected, payment, provider }: Letter, error: unknown): number {
    const { violations } = this.#around;
    const code = DucatError.is(error) ? error.code : 'no DucatError';
    if (code === 'journal_failed') return 503;
    if (code === 'invalid_signature') this.#forged.set(provider, (this.#forged.get(provider) ?? 0) + 1);
    if (expected !== 'refuse' || code !== 'invalid_signature') {
      violations.add(
        8,
        payment,
        `a webhook of ${provider} that should be taken (${expected}) was refused: ${String(error)}`,
      );
    }
    return 400;
  }

  #judge(letter: Letter, status: string): void {
    const { expected, payment, provider } = letter;
    const { violations } = this.#around;
    if (status === 'known' && letter.isTrue && this.#handed.get(contentOf(letter)) === 1) {
      violations.add(8, payment, `a webhook of ${provider} was taken for one that came before`);
    }
    if (expected === 'refuse') violations.add(8, payment, `a forged webhook of ${provider} was taken: ${status}`);
    if (expected === 'record only' && status === 'recorded') {
      violations.add(8, payment, `a webhook of ${provider} about another amount or mode became evidence`);
    }
  }
}

function contentOf({ provider, message }: Letter): string {
  return `${provider} ${text(message.body)}`;
}
