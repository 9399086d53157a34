import type { CaseResult, KillCase } from '../lane/kill-case.ts';
import type { FailedCase, Lanes } from '../lane/lanes.ts';
import { scenarios } from '../scenarios/all.ts';
import type { ScenarioName } from '../scenarios/names.ts';
import { scenarioNames } from '../scenarios/names.ts';
import type { ProviderId } from '../town/town.ts';
import { providerIds } from '../town/town.ts';
import type { Density } from './plan.ts';
import { isWorst, killsDuringRecovery, killsOf } from './plan.ts';

/** One scenario with one provider first. */
export interface Cell {
  readonly scenario: ScenarioName;
  readonly provider: ProviderId;
}

export const allCells: readonly Cell[] = scenarioNames.flatMap((scenario) =>
  providerIds.map((provider) => ({ scenario, provider })),
);

export interface Matrix {
  readonly results: readonly CaseResult[];
  readonly failed: readonly FailedCase[];
  readonly seconds: number;
}

export type Progress = (kills: number, planned: number) => void;

/** Plays every scenario once undisturbed, then kills at each of its steps, then while that is being recovered from. */
export async function runMatrix(
  lanes: Lanes,
  cells: readonly Cell[],
  density: Density,
  progress: Progress,
): Promise<Matrix> {
  const began = performance.now();
  const results: CaseResult[] = [];
  const failed: FailedCase[] = [];
  let [kills, planned] = [0, 0];
  const run = async (cases: readonly KillCase[]): Promise<readonly CaseResult[]> => {
    const own: CaseResult[] = [];
    planned += cases.reduce((sum, { kills: points }) => sum + points.length, 0);
    await lanes.run(cases, (result) => {
      if ('error' in result) failed.push(result);
      else {
        own.push(result);
        kills += result.kills;
      }
      progress(kills, planned);
    });
    results.push(...own);
    return own;
  };
  const undisturbed = await run(cells.map((cell) => ({ ...cell, kills: [], repeats: true })));
  for (const each of undisturbed) requireEndings(each, failed);
  const first = await run(undisturbed.flatMap((each) => killsOf(each, density)));
  const worst = first.filter((each) => isWorst(each, stepsOf(undisturbed, each.order)));
  await run(worst.flatMap((each) => killsDuringRecovery(each, density)));
  return { results, failed, seconds: (performance.now() - began) / 1000 };
}

function stepsOf(undisturbed: readonly CaseResult[], { scenario, provider }: Cell): CaseResult['steps'] {
  return undisturbed.find(({ order }) => order.scenario === scenario && order.provider === provider)?.steps ?? [];
}

/** A scenario that does not end as it should when nobody is killed would prove nothing. */
function requireEndings({ order, book }: CaseResult, failed: FailedCase[]): void {
  const { scenario, provider } = order;
  const other = providerIds.find((id) => id !== provider);
  const expected = scenarios[scenario].endings.map(({ key, status, at }) => {
    return `${key} ${status} ${String(at === 'first' ? provider : other)}`;
  });
  const ended = book.map(
    ({ payment, key, status, provider: at }) => `${key.replace(payment, '')} ${status} ${String(at)}`,
  );
  if (ended.join() === expected.join()) return;
  const error = `ended as "${ended.join()}" and not as "${expected.join()}", though nobody was killed`;
  failed.push({ order, error });
}
