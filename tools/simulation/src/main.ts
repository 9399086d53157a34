import { progress } from '@clack/prompts';
import { readArguments, usage } from './arguments.ts';
import type { Order } from './arguments.ts';
import { enoughForCoverage, print, toJson } from './report/print.ts';
import { summaryOfAll } from './report/summary.ts';
import type { Summary } from './report/summary.ts';
import { engineOf } from './run/engine.ts';
import type { WorldReport } from './run/run-world.ts';
import type { Run } from './run/threads.ts';
import { playAll } from './run/threads.ts';
import { storyOf } from './shrink/replay.ts';
import { shrinkViolation } from './shrink/shrink-violation.ts';

const order = readArguments(process.argv.slice(2));
if (order === 'help') console.log(usage);
else if (order.payment !== undefined) {
  const createPayments = await engineOf(order.engine);
  const { seed, payments, factor = 1, payment } = order;
  console.log(await storyOf({ createPayments, seed, payments, factor, payment }));
} else {
  const summary = await run(order);
  console.log(order.json ? toJson(summary) : print(summary));
  const total = order.payments * order.runs;
  const isCovered = summary.empty.length === 0 || total < enoughForCoverage;
  if (summary.broken.length > 0) console.log(await shortest(order, summary));
  process.exitCode = summary.broken.length > 0 || !isCovered ? 1 : 0;
}

async function run({ payments, seed, runs, factor, engine }: Order): Promise<Summary> {
  const all = Array.from({ length: runs }, (_, index): Run => {
    const isStorm = runs > 1 && index === runs - 1;
    return { seed: seed + index, payments, factor: factor ?? (isStorm ? 10 : 1) };
  });
  const worlds = all.map((): (WorldReport | undefined)[] => []);
  const isShown = process.stderr.isTTY;
  const bar = isShown ? progress({ max: payments * runs, output: process.stderr }) : undefined;
  bar?.start('simulating');
  const began = performance.now();
  await playAll(all, engine, (task, report) => {
    const own = worlds[task.seed - seed];
    if (own !== undefined) own[task.index] = report;
    bar?.advance(report.cases, `simulating seed ${task.seed}`);
  });
  const seconds = (performance.now() - began) / 1000;
  bar?.stop('simulated');
  return summaryOfAll(
    all.map((one, index) => ({ run: one, worlds: (worlds[index] ?? []).filter((world) => world !== undefined) })),
    seconds,
  );
}

/** The first thing that broke, made small, in words. */
async function shortest({ engine }: Order, { runs }: Summary): Promise<string> {
  const createPayments = await engineOf(engine);
  for (const { seed, payments, factor, violations } of runs) {
    const [first] = violations;
    if (first !== undefined) return await shrinkViolation({ createPayments, seed, payments, factor, violation: first });
  }
  return '';
}
