import { readArguments, usage } from './arguments.ts';
import { toText } from './report/print.ts';
import { targets } from './report/targets.ts';
import { judge } from './report/verdict.ts';
import { run } from './run.ts';

const order = readArguments(process.argv.slice(2));
if (order === 'help') console.log(usage);
else {
  const results = await run(order, (text) => console.error(text));
  const verdicts = judge(results, targets);
  console.log(order.json ? JSON.stringify({ ...results, targets: verdicts }, undefined, 2) : toText(results, verdicts));
  if (order.check && verdicts.some(({ verdict }) => verdict === 'missed')) process.exitCode = 1;
}
