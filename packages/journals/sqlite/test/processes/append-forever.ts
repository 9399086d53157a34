import type { JournalAppend } from '@ducat/core';
import { createSqliteJournal } from '@ducat/journal-sqlite';

// Appends to payments of its own, eight at a time, and prints "payment version" for what it was told is durable.
const [file = '', prefix = '', padding = '0'] = process.argv.slice(2);
const journal = createSqliteJournal({ file });
const words = 'x'.repeat(Number(padding));
let count = 0;

/** The first append has two events, the second one; each has a name and a message. */
function appendTo(payment: string, expectedVersion: 0 | 2): JournalAppend {
  const entry = { type: 'step', at: 1, data: payment + words };
  const events = expectedVersion === 0 ? [entry, entry] : [entry];
  const name = { kind: 'operation' as const, value: `${payment} after ${expectedVersion}` };
  return { payment, expectedVersion, events, names: [name], due: 5, review: true, messages: [entry] };
}

async function lane(): Promise<void> {
  for (;;) {
    const payment = `${prefix}-${(count += 1)}`;
    for (const version of [0, 2] as const) {
      const result = await journal.append(appendTo(payment, version));
      if (result.status !== 'appended') throw new Error(`${payment}: ${result.status}`);
      process.stdout.write(`${payment} ${result.version}\n`);
    }
  }
}

try {
  await Promise.all(Array.from({ length: 8 }, lane));
} catch (error) {
  const { code, message } = error as { code?: string; message?: string };
  // What was under way beside the one that failed may still print.
  await new Promise((resolve) => setTimeout(resolve, 200));
  process.stdout.write(`failed ${code} ${message}\n`);
  process.exit(0);
}
