import { setTimeout as wait } from 'node:timers/promises';
import { DucatError } from '@ducat/core';
import { FastClock } from '../child/clock.ts';
import { openEngine } from '../child/engine.ts';
import type { RaceOrder } from '../child/order.ts';
import { Reporter } from '../child/reporter.ts';
import { deliverAll, settle } from '../child/settle.ts';
import { Steps } from '../child/steps.ts';
import { ask, tell } from '../child/tell.ts';
import { races } from './all.ts';
import type { Call } from './race.ts';

/** One of the processes of a race: all its calls at once, as soon as the other one is ready too. */
export async function race(order: RaceOrder): Promise<void> {
  const { runner, calls } = order;
  const steps = await Steps.ready(undefined);
  const clock = new FastClock(order.now);
  const reporter = new Reporter(runner + 1);
  const subscriber = (event: Parameters<Reporter['event']>[0]): Promise<void> => reporter.event(event);
  const engine = openEngine({ setting: order, steps, clock, trouble: undefined, subscriber });
  const track = { setting: order, payments: engine.payments, ask };
  const { prepare, call } = races[order.race];
  const own = runner === 0 ? await prepare?.(track) : undefined;
  const word = String(await ask({ kind: 'meet', ...(own === undefined ? {} : { word: own }) }));
  const numbers = Array.from({ length: calls }, (_, index) => runner * calls + index);
  await Promise.all(numbers.map((number) => answered(call(track, number, word), reporter)));
  await ask({ kind: 'meet' });
  const book = runner === 0 ? await settle(engine, clock) : [];
  if (runner === 0) await deliverAll(engine, clock);
  await engine.payments.close();
  await tell({ kind: 'done', now: clock.now(), steps: [], book });
}

/** A merchant does as it is told: while another operation is under way, it asks again. */
async function answered({ key, make }: Call, reporter: Reporter): Promise<void> {
  for (;;) {
    try {
      await reporter.result(await make());
      return;
    } catch (thrown) {
      if (!DucatError.is(thrown)) throw thrown;
      if (thrown.code !== 'operation_in_progress') {
        await reporter.error(key, thrown);
        return;
      }
      await wait(5);
    }
  }
}
