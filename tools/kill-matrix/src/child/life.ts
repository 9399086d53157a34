import { DucatError } from '@ducat/core';
import type { OperationResult } from '@ducat/payments';
import { scenarios } from '../scenarios/all.ts';
import type { Stage } from '../scenarios/scenario.ts';
import { isFinal, readBook } from './book.ts';
import { FastClock } from './clock.ts';
import type { OpenEngine } from './engine.ts';
import { openEngine } from './engine.ts';
import type { LifeOrder } from './order.ts';
import { Reporter } from './reporter.ts';
import { deliverAll, settle } from './settle.ts';
import { Steps } from './steps.ts';
import { ask, tell } from './tell.ts';

/** One life with one journal: the merchant's doings, then everything that is left to find out. It may be killed. */
export async function live(order: LifeOrder): Promise<void> {
  const steps = await Steps.ready(order.kill);
  const clock = new FastClock(order.now);
  const reporter = new Reporter(order.life);
  const scenario = scenarios[order.scenario];
  const trouble = order.life === 1 ? scenario.trouble : undefined;
  const subscriber = (event: Parameters<Reporter['event']>[0]): Promise<void> => reporter.event(event);
  const engine = openEngine({ setting: order, steps, clock, trouble, subscriber });
  // The journal's thread has begun: a kill within the first append is one within its commit.
  await engine.journal.acknowledge([]);
  if (order.plays) await scenario.play(stageOf(order, engine, clock, reporter));
  if (order.life === 1) await reporter.endings(await readBook(engine.payments, engine.journal), steps);
  steps.phase = 'settle';
  const book = await settle(engine, clock);
  await deliverAll(engine, clock);
  await engine.payments.close();
  await tell({ kind: 'done', now: clock.now(), steps: steps.taken, book });
}

function stageOf(order: LifeOrder, engine: OpenEngine, clock: FastClock, reporter: Reporter): Stage {
  const { payments } = engine;

  async function once(key: string, call: () => Promise<OperationResult>): Promise<OperationResult | DucatError> {
    try {
      const result = await call();
      await reporter.result(result);
      return result;
    } catch (thrown) {
      if (!DucatError.is(thrown)) throw thrown;
      await reporter.error(key, thrown);
      return thrown;
    }
  }

  return {
    setting: order,
    payments,
    async perform(key, call) {
      const first = await once(key, call);
      if (!DucatError.is(first)) return first;
      if (first.code !== 'operation_in_progress') return undefined;
      await settle(engine, clock);
      const second = await once(key, call);
      return DucatError.is(second) ? undefined : second;
    },
    async ended(result) {
      if (isFinal(result.status)) return result;
      await settle(engine, clock);
      const found = await payments.get(result.payment);
      const newest = found?.operations.find(({ key }) => key === result.key);
      if (newest !== undefined) await reporter.result(newest);
      return newest !== undefined && isFinal(newest.status) ? newest : undefined;
    },
    ask,
  };
}
