import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BookEntry, Question, RaceOrder, Report } from '../child/order.ts';
import { violationsIn } from '../invariants/all.ts';
import type { Lanes } from '../lane/lanes.ts';
import { MerchantProcess } from '../lane/process.ts';
import { journalName, lookAt } from '../lane/remains.ts';
import { Answers } from '../town/answers.ts';
import type { ProviderId } from '../town/town.ts';
import { providerIds } from '../town/town.ts';
import { meetingPoint } from './meeting-point.ts';
import type { RaceName } from './names.ts';
import type { RaceResult } from './race-result.ts';
import { answersIn, unclearIn } from './verdict.ts';

/** Of every payment, in minor units. */
const amount = 1000;

/** Every race at both providers, so many calls at once from two processes on one journal. */
export async function runRaces(
  lanes: Lanes,
  names: readonly RaceName[],
  calls: number,
): Promise<readonly RaceResult[]> {
  const processes = [new MerchantProcess(lanes.program), new MerchantProcess(lanes.program)] as const;
  try {
    const results: RaceResult[] = [];
    for (const race of names) {
      for (const provider of providerIds) results.push(await run(lanes, processes, { race, provider, calls }));
    }
    return results;
  } finally {
    for (const process of processes) process.end();
  }
}

interface Start {
  readonly race: RaceName;
  readonly provider: ProviderId;
  readonly calls: number;
}

async function run(
  { town, folder: parent }: Lanes,
  processes: readonly MerchantProcess[],
  { race, provider, calls }: Start,
): Promise<RaceResult> {
  const key = `race-${race.replaceAll('_', '-')}-${provider}`;
  const folder = await mkdtemp(join(parent, `${key}-`));
  const reports: Report[] = [];
  const answers = new Answers(town);
  const meet = meetingPoint(processes.length);
  const listener = {
    told: (news: { kind: 'told'; report: Report } | { kind: 'time'; now: number }): void => {
      if (news.kind === 'told') reports.push(news.report);
      else town.clock.reach(news.now);
    },
    answer: (question: Question): Promise<unknown> =>
      question.kind === 'meet' ? meet(question.word) : answers.to(question),
  };
  const now = town.clock.now();
  const ended = await Promise.all(
    processes.map((process, runner) => {
      const share = calls / processes.length;
      const setting = { file: join(folder, journalName), key, provider, amount, now, addresses: town.addresses };
      const order: RaceOrder = { kind: 'race', ...setting, race, runner, calls: share };
      return process.carryOut(order, listener);
    }),
  );
  const remains = [await lookAt(folder)];
  await rm(folder, { recursive: true });
  const book: readonly BookEntry[] = ended[0]?.kind === 'done' ? ended[0].news.book : [];
  const movements = town.movementsOf(key);
  const bank = movements.map((movement) => `${movement.kind} ${movement.amount}`);
  const judged = { race, calls, bank, reports };
  const violations = [...violationsIn({ key, reports, book, movements, remains }), ...unclearIn(judged, amount)];
  return { ...judged, provider, answers: answersIn(reports), violations };
}
