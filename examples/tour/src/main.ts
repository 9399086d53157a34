import { parseArgs } from 'node:util';
import { isAsExpected, toTable } from './print.ts';
import { playTour } from './tour.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const steps = await playTour();
  const surprises = steps.filter((step) => !isAsExpected(step));
  if (values.json) {
    console.log(JSON.stringify({ steps, surprises: surprises.length }, undefined, 2));
  } else {
    console.log(toTable(steps));
    console.log(`${steps.length - surprises.length} of ${steps.length} steps went as expected.`);
  }
  process.exitCode = surprises.length === 0 ? 0 : 1;
}

void main();
