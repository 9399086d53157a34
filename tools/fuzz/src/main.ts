import { readArguments, usage } from './arguments.ts';
import { describeFinding, tableOf } from './run/report.ts';
import { runAll } from './run/workers.ts';
import { targetNames } from './targets/names.ts';

const field = { targets: new URL('targets/all.ts', import.meta.url), names: targetNames, patience: 20_000 };

const order = readArguments(process.argv.slice(2));
if (order === 'help') console.log(usage);
else {
  const began = performance.now();
  const campaigns = await runAll(order, field, ({ target, seconds }) => {
    console.error(`${target} done in ${seconds.toFixed(1)} s`);
  });
  console.log(tableOf(campaigns));
  console.log(`seed ${order.seed}, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const findings = campaigns.flatMap((campaign) => campaign.findings.map((finding) => ({ campaign, finding })));
  for (const { campaign, finding } of findings) console.log(describeFinding(campaign.target, finding, order.seed));
  process.exitCode = campaigns.length === 0 || findings.length > 0 ? 1 : 0;
}
