import type { Report } from '../child/order.ts';
import { races } from './all.ts';
import type { RaceResult, UnclearAnswer } from './race-result.ts';

type Judged = Pick<RaceResult, 'race' | 'calls' | 'bank' | 'reports'>;

/** How often each answer was given. */
export function answersIn(reports: readonly Report[]): RaceResult['answers'] {
  const answers = Map.groupBy(reports.filter(isAnswer), ({ status }) => status);
  return [...answers].map(([answer, all]) => [answer, all.length] as const);
}

/** What is wrong with the outcome of a race. */
export function unclearIn({ race, calls, bank, reports }: Judged, amount: number): readonly UnclearAnswer[] {
  const { judge, refusals } = races[race];
  const answers = reports.filter(isAnswer);
  const found: string[] = [];
  if (answers.length !== calls) found.push(`${answers.length} of ${calls} calls were answered`);
  const isClear = ({ status, effect }: Report): boolean => {
    return status === 'approved' || (refusals.includes(status) && effect === 'none');
  };
  for (const { key, status } of answers.filter((answer) => !isClear(answer)))
    found.push(`${key} was answered ${status}`);
  const approved = answers.filter(({ status }) => status === 'approved').length;
  const refused = answers.filter(({ by }) => by === 'error').map(({ key }) => key);
  found.push(...judge({ amount, calls, bank, approved, refused }));
  return found.map((what) => ({ invariant: 'race', what }));
}

function isAnswer({ by }: Report): boolean {
  return by !== 'event';
}
