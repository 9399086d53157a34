import { parseArgs } from 'node:util';
import { isAsExpected, toTable } from './print.ts';
import { isSafe, toStory } from './second-act/print.ts';
import { playSecondAct } from './second-act/second-act.ts';
import { playTour } from './tour.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const steps = await playTour();
  const surprises = steps.filter((step) => !isAsExpected(step));
  if (!values.json) {
    console.log(toTable(steps));
    console.log(`${steps.length - surprises.length} of ${steps.length} steps went as expected.\n`);
  }
  const secondAct = await playSecondAct();
  if (values.json) console.log(JSON.stringify({ steps, surprises: surprises.length, secondAct }, asText, 2));
  else console.log(toStory(secondAct));
  process.exitCode = surprises.length === 0 && isSafe(secondAct) ? 0 : 1;
}

/** JSON has no integers of any size. */
function asText(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

void main();
