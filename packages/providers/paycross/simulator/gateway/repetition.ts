import type { Clock, SimulatedResponse } from '@ducat/simulator';

import type { ShopOptions } from '../options.ts';

// The platform's page on idempotent requests.
const windowMilliseconds = 24 * 60 * 60 * 1000;

/** Renders what happened; again, with the status of that moment. */
export type Outcome = () => SimulatedResponse;

interface Processed {
  readonly first: SimulatedResponse;
  readonly render: Outcome;
}

interface Entry {
  readonly at: number;
  readonly processed: Promise<Processed>;
}

export interface Repetitions {
  answer(requestId: string | undefined, act: () => Promise<Outcome>): Promise<SimulatedResponse>;
}

/**
 * One answer per RequestID and day, whatever the repeat contains: no page says that the body is compared.
 * A repeat that comes early waits for the first.
 */
export function createRepetitions(clock: Clock, repeatedAnswer: ShopOptions['repeatedAnswer']): Repetitions {
  const entries = new Map<string, Entry>();

  const run = async (act: () => Promise<Outcome>): Promise<Processed> => {
    const render = await act();
    return { first: render(), render };
  };

  return {
    async answer(requestId, act) {
      if (requestId === undefined || requestId === '') return (await run(act)).first;
      const known = entries.get(requestId);
      if (known !== undefined && clock.now() - known.at < windowMilliseconds) {
        const { first, render } = await known.processed;
        return repeatedAnswer === 'refreshed' ? render() : first;
      }
      const processed = run(act);
      entries.set(requestId, { at: clock.now(), processed });
      return (await processed).first;
    },
  };
}
