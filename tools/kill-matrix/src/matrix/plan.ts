import type { Step, StepKind } from '../child/order.ts';
import type { CaseResult, KillCase } from '../lane/kill-case.ts';
import { createRandom } from '@ducat/simulator';
import type { Point } from './point.ts';

/** How dense the matrix is. */
export interface Density {
  /** So many points within every commit and every request that moves something. */
  readonly within: number;
  /** Second kills for each scenario at each provider, while its first kill is being recovered from. */
  readonly again: number;
  /** Whether every point is met by a merchant who repeats and by one who does not; else by one of them in turn. */
  readonly both: boolean;
  readonly seed: number;
}

/** What asks and changes nothing: dying before it is dying after what came before it. */
const questions: ReadonlySet<StepKind> = new Set(['read', 'find', 'page', 'lease']);
const effects: ReadonlySet<StepKind> = new Set(['append', 'post']);

/** All kills of a scenario at a provider, given what it did when nobody was killed. */
export function killsOf({ order, steps }: CaseResult, { within, both, seed }: Density): readonly KillCase[] {
  const random = createRandom(seed);
  const points = steps
    .filter(({ phase }) => phase === 'play')
    .flatMap((step): readonly Point[] => {
      const at = (moment: 'before' | 'after'): Point => ({ step: step.name, moment, microseconds: 0 });
      if (questions.has(step.kind)) return [at('before')];
      const inside = Array.from({ length: effects.has(step.kind) ? within : 0 }, (_, index): Point => {
        const fraction = (index + random.integer(1000) / 1000) / within;
        return { step: step.name, moment: 'within', microseconds: Math.round(step.microseconds * fraction) };
      });
      return [at('before'), ...inside, at('after')];
    });
  return points.flatMap((point, index) => {
    const modes = both ? [false, true] : [(index + seed) % 2 === 0];
    return modes.map((repeats) => ({ ...order, kills: [point], repeats }));
  });
}

/** Where somebody has died within a recovery that was on its way: the same first kill, and a second one there. */
export function killsDuringRecovery(first: CaseResult, { again }: Density): readonly KillCase[] {
  const { order, steps } = first;
  const points = steps
    .filter(({ kind }) => effects.has(kind) || kind === 'get' || kind === 'acknowledge')
    .flatMap(({ name }) => (['before', 'after'] as const).map((moment) => ({ step: name, moment, microseconds: 0 })));
  const chosen = points.length <= again ? points : spread(points, again);
  return chosen.map((point) => ({ ...order, kills: [...order.kills, point] }));
}

function spread<Each>(all: readonly Each[], count: number): readonly Each[] {
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]).filter(
    (each) => each !== undefined,
  );
}

/** The most dangerous death: the provider has just acted, and nobody has written that down. */
export function isWorst({ order, kills }: CaseResult, all: readonly Step[]): boolean {
  const last = all.findLast(({ kind, phase }) => kind === 'post' && phase === 'play');
  const [point] = order.kills;
  return kills === 1 && order.kills.length === 1 && point?.moment === 'after' && point.step === last?.name;
}
