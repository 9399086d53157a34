import { runContract } from '@ducat/contract';
import { harness } from './contract/harness.ts';

const { lines } = await runContract(harness);
const count = (kind: string): number => lines.filter(({ verdict }) => verdict.kind === kind).length;
for (const { group, promise, verdict } of lines) {
  if (verdict.kind === 'broken') process.stdout.write(`broken        ${group}: ${promise}\n`);
  if (verdict.kind === 'not_provable') {
    process.stdout.write(`not provable  ${group}: ${promise} (needs ${verdict.missing.join(', ')})\n`);
  }
}
const others = `${count('not_made')} not made, ${count('not_provable')} not provable`;
process.stdout.write(`${count('kept')} kept, ${count('broken')} broken, ${others}\n`);
process.exitCode = count('broken') === 0 ? 0 : 1;
