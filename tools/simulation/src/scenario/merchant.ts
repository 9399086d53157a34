import type { Clock } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { OperationResult, Payments } from '@ducat/payments';
import type { Random } from '@ducat/simulator';
import { between, happens } from '../chance/choose.ts';
import type { Dice } from '../chance/dice.ts';
import type { Injector } from '../faults/injector.ts';
import type { Violations } from '../invariants/violations.ts';
import type { Answer, Process } from '../process/process.ts';
import type { Trace } from '../trace/trace.ts';
import type { Marks } from './marks.ts';
import type { Told } from './told.ts';
import { isFinal } from './told.ts';

export interface MerchantSurroundings {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly injector: Injector;
  readonly trace: Trace;
  readonly told: Told;
  readonly violations: Violations;
  readonly marks: Marks;
  readonly pick: (number: number) => Process | undefined;
}

/** One operation that the merchant wants. */
export interface Order {
  /** The case that it belongs to. */
  readonly owner: string;
  readonly key: string;
  /** For the story: `charges 10.50 EUR`. */
  readonly words: string;
  readonly ask: (payments: Payments) => Promise<OperationResult>;
  /** It may not be done: the engine has to say so before anything is sent. */
  readonly isForbidden?: boolean;
  /** The same key for something else. */
  readonly askOther?: (payments: Payments) => Promise<OperationResult>;
}

export type Ending = OperationResult | 'refused' | 'unclear';

const minute = 60_000;
const hour = 60 * minute;
const patience = [1, 5, 20, 60, 180, 360, 720, 1440, 1440, 1440].map((minutes) => minutes * minute);
const mostTries = 5;

/** A merchant who clicks twice, hears nothing, asks again, and believes the last word. */
export class Merchant {
  readonly #around: MerchantSurroundings;

  constructor(around: MerchantSurroundings) {
    this.#around = around;
  }

  pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => void this.#around.clock.schedule(milliseconds, resolve));
  }

  /** Asks until there is an answer to go by, and sometimes longer. */
  async perform(order: Order): Promise<Ending> {
    const random = this.#around.dice.stream(`merchant/${order.key}`);
    let ending: Ending = 'unclear';
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const began = this.#around.told.moment();
      const answers = await this.#click(order, random, attempt === 0);
      ending = this.#hear(order, answers, began) ?? ending;
      const isBusy = answers.some(
        (answer) => answer.kind === 'error' && codeOf(answer.error) === 'operation_in_progress',
      );
      if (ending === 'refused' && !isBusy) return ending;
      if (typeof ending === 'object' && ending.status !== 'unknown') break;
      const isGivenUp = !isBusy && happens(random, 40);
      if (isGivenUp) break;
      await this.pause(isBusy ? (patience[attempt + 2] ?? hour) : between(random, 1000, 5 * minute));
    }
    if (typeof ending === 'object') await this.#askForSomethingElse(order, random);
    return ending;
  }

  /** Asks for the state of an operation until it is final, or for some days. */
  async untilFinal(owner: string, payment: string, key: string): Promise<OperationResult | undefined> {
    const random = this.#around.dice.stream(`merchant/${key}/final`);
    for (const delay of patience) {
      const began = this.#around.told.moment();
      const answer = await this.#around.pick(random.integer(8))?.ask((payments) => payments.get(payment));
      const found =
        answer?.kind === 'result' ? answer.value?.operations.find((operation) => operation.key === key) : undefined;
      if (found !== undefined) this.#around.told.result(owner, found, 'get', began);
      if (found !== undefined && isFinal(found.status)) return found;
      await this.pause(delay);
    }
    return undefined;
  }

  async #click(order: Order, random: Random, isFirst: boolean): Promise<readonly Answer<OperationResult>[]> {
    const { injector, marks, trace } = this.#around;
    const number = random.integer(8);
    const first = this.#send(order, number);
    if (!isFirst || !injector.person(order.owner, `merchant/${order.key}`, 'double_click', 5)) return [await first];
    marks.add(order.key, 'double_click');
    trace.tell(order.owner, `the merchant does so twice (${order.key})`, true);
    const second = this.pause(random.integer(300)).then(() => this.#send(order, number + random.integer(3)));
    return await Promise.all([first, second]);
  }

  async #send(order: Order, number: number): Promise<Answer<OperationResult>> {
    const { pick, trace } = this.#around;
    const process = pick(number);
    if (process === undefined) return { kind: 'died' };
    trace.tell(order.owner, `the merchant ${order.words} (${order.key}, ${process.name})`);
    return await process.ask((payments) => order.ask(payments));
  }

  #hear(
    { owner, key, isForbidden }: Order,
    answers: readonly Answer<OperationResult>[],
    began: number,
  ): Ending | undefined {
    const { told, trace, violations } = this.#around;
    let ending: Ending | undefined;
    for (const answer of answers) {
      if (answer.kind === 'died') {
        trace.tell(owner, `the merchant hears nothing of ${key}`);
        continue;
      }
      if (answer.kind === 'result') {
        if (isForbidden === true) violations.add(11, owner, `${key} should have been refused`);
        told.result(owner, answer.value, 'the answer', began);
        trace.tell(owner, `the merchant hears that ${key} is ${answer.value.status}`);
        if (typeof ending !== 'object' || isFinal(answer.value.status)) ending = answer.value;
        continue;
      }
      const code = codeOf(answer.error);
      trace.tell(owner, `the merchant hears of ${key}: ${code}`);
      if (code === undefined || !expectedCodes.has(code)) {
        violations.add(11, owner, `${key} ended with ${describe(answer.error)}`);
      }
      if (isRefusal(answer.error)) ending ??= 'refused';
    }
    return ending;
  }

  /** The same key with another request has to be refused, and to do nothing. */
  async #askForSomethingElse({ owner, key, askOther }: Order, random: Random): Promise<void> {
    if (askOther === undefined || !happens(random, 3)) return;
    const { trace, violations, pick } = this.#around;
    trace.tell(owner, `the merchant uses ${key} for another amount`, true);
    const answer = await pick(random.integer(8))?.ask((payments) => askOther(payments));
    const isRefused = answer?.kind === 'error' && codeOf(answer.error) === 'idempotency_mismatch';
    const isNoAnswer = answer === undefined || answer.kind === 'died' || codeOf(errorIn(answer)) === 'journal_failed';
    if (!isRefused && !isNoAnswer) {
      violations.add(7, owner, `another request under ${key} was not refused: ${describe(errorIn(answer))}`);
    }
  }
}

function errorIn(answer: Answer<OperationResult>): unknown {
  return answer.kind === 'error' ? answer.error : undefined;
}

function codeOf(error: unknown): string | undefined {
  return DucatError.is(error) ? error.code : undefined;
}

function isRefusal(error: unknown): boolean {
  return DucatError.is(error) && error.effect === 'none' && error.code !== 'journal_failed';
}

const expectedCodes: ReadonlySet<string> = new Set([
  'journal_failed',
  'operation_in_progress',
  'invalid_request',
  'unsupported',
  'refused',
]);

function describe(error: unknown): string {
  if (DucatError.is(error)) return `${error.code}: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
