import { createSqliteJournal } from '@ducat/journal-sqlite';

// Root may write to everything.
const [file = '', user = ''] = process.argv.slice(2);
if (process.getuid?.() === 0) process.setuid?.(Number(user));
try {
  createSqliteJournal({ file });
  process.stdout.write('opened\n');
} catch (error) {
  const { code, message } = error as { code: string; message: string };
  process.stdout.write(`${code} ${message}\n`);
}
