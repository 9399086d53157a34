import type { AttemptContext, LookupResult, Outcome, Port, WebhookEvent } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { randomUUID } from 'node:crypto';
import type { World } from '../worlds/world.ts';
import type { Step } from './step.ts';

type Answer = Outcome | LookupResult | WebhookEvent;

/** What is told of a call beside its result. */
export interface Telling {
  readonly operation: Port;
  readonly story: string;
  readonly expected: string;
}

/** Where the scenarios are played: makes calls, times them and writes down what came. */
export class Stage {
  readonly world: World;
  readonly steps: Step[] = [];

  constructor(world: World) {
    this.world = world;
  }

  /** A fresh attempt. The reference would be in the merchant's database before it is used. */
  attempt(): AttemptContext {
    return { reference: randomUUID() };
  }

  /** @returns what the call gave, or undefined when it threw a `DucatError` (which may be what is expected). */
  async play<Given extends Answer>(telling: Telling, call: () => Promise<Given>): Promise<Given | undefined> {
    const begin = performance.now();
    let given: Given | undefined;
    let told: Pick<Step, 'outcome' | 'note' | 'reference'>;
    try {
      given = await call();
      told = tell(given);
    } catch (thrown) {
      if (!DucatError.is(thrown)) throw thrown;
      told = { outcome: thrown.code, note: thrown.message, reference: '' };
    }
    const milliseconds = performance.now() - begin;
    this.steps.push({ ...telling, provider: this.world.provider.id, ...told, milliseconds });
    return given;
  }
}

function tell(answer: Answer): Pick<Step, 'outcome' | 'note' | 'reference'> {
  if ('fingerprint' in answer) return { ...tell(answer.transaction.outcome), outcome: 'accepted' };
  if (answer.status === 'found') return { ...tell(answer.transactions[0].outcome), outcome: 'found' };
  if (answer.status === 'not_found') return { outcome: answer.status, note: '', reference: '' };
  if (answer.status === 'failed') return { outcome: answer.status, note: answer.error.message, reference: '' };
  const reference = 'providerReference' in answer ? (answer.providerReference ?? '') : '';
  return { outcome: answer.status, note: noteOf(answer), reference };
}

function noteOf(outcome: Outcome): string {
  switch (outcome.status) {
    case 'approved':
      return outcome.token === undefined ? outcome.amount.toString() : `${outcome.amount.toString()}, token stored`;
    case 'action_required':
      return outcome.action.kind === 'wait' ? 'wait' : `${outcome.action.kind} ${new URL(outcome.action.url).pathname}`;
    case 'declined':
      return `${outcome.decline.reason}, by ${outcome.decline.by}`;
    case 'pending':
      return outcome.reason;
    case 'not_sent':
    case 'unknown':
      return outcome.error.message;
  }
}
