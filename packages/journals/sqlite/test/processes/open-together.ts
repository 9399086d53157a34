import { join } from 'node:path';
import { createSqliteJournal } from '@ducat/journal-sqlite';

// Opens new files, each at the moment at which other processes open it as well, and prints how many could be used.
const [folder = '', count = '', start = ''] = process.argv.slice(2);
let used = 0;
for (let index = 0; index < Number(count); index += 1) {
  const moment = Number(start) + index * 150;
  await new Promise((resolve) => setTimeout(resolve, moment - 20 - Date.now()));
  // A timer is not as exact as this.
  while (Date.now() < moment) continue;
  const journal = createSqliteJournal({ file: join(folder, `${index}.db`) });
  used += (await journal.payments({ limit: 1 })).length === 0 ? 1 : 0;
  await journal.close();
}
process.stdout.write(`${used}\n`);
