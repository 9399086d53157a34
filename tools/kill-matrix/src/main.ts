import { readArguments, usage } from './arguments.ts';
import type { Order } from './arguments.ts';
import { openLanes } from './lane/lanes.ts';
import { controlsTable, describeFailure, describeViolations, matrixTable, racesTable } from './report/print.ts';
import { summaryOf } from './report/summary.ts';
import { rowsOf } from './report/tally.ts';
import type { Findings } from './whole-run.ts';
import { objections, runAll } from './whole-run.ts';

/** So often it is told how far it is, in milliseconds. */
const pace = 5000;

const order = readArguments(process.argv.slice(2));
if (order === 'help') console.log(usage);
else {
  const lanes = await openLanes(order.lanes);
  let told = performance.now();
  try {
    const findings = await runAll(lanes, order, (kills, planned) => {
      if (performance.now() - told < pace) return;
      told = performance.now();
      console.error(`${kills} of ${planned} kills`);
    });
    print(findings, order);
    process.exitCode = objections(findings, order).length === 0 ? 0 : 1;
  } finally {
    await lanes.close();
  }
}

function print(findings: Findings, asked: Order): void {
  if (asked.json) {
    console.log(JSON.stringify(summaryOf(findings, asked), undefined, 2));
    return;
  }
  const { matrix, races, controls } = findings;
  if (matrix.results.length > 0) console.log(matrixTable(rowsOf(matrix), matrix.seconds));
  if (races.length > 0) console.log(racesTable(races));
  if (controls.length > 0) console.log(controlsTable(controls));
  for (const result of matrix.results.filter(({ violations }) => violations.length > 0)) {
    console.log(describeViolations(result));
  }
  for (const { race, provider, violations } of races) {
    for (const { what } of violations) console.log(`${race} at ${provider}: ${what}`);
  }
  for (const failure of matrix.failed) console.log(describeFailure(failure));
  const found = objections(findings, asked);
  console.log(found.length === 0 ? 'Every invariant held.' : `No proof: ${found.join('; ')}.`);
}
