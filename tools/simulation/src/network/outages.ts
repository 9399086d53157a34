import type { Random } from '@ducat/simulator';
import { between, oneOf } from '../chance/choose.ts';
import type { ProviderId } from '../faults/steps.ts';
import { providerIds } from '../faults/steps.ts';

export interface Outage {
  readonly provider: ProviderId;
  readonly from: number;
  readonly until: number;
}

const hours = 60 * 60 * 1000;

/** Two times at which a provider is down for six hours. */
export function outagesOf(random: Random, from: number, until: number): readonly Outage[] {
  return [1, 2].map(() => {
    const provider = oneOf(random, providerIds);
    const begin = from + between(random, 0, Math.max(0, until - from - 6 * hours));
    return { provider, from: begin, until: begin + 6 * hours };
  });
}
