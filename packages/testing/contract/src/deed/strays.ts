import { strict as assert } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';

/** Does it, and insists that no error came out by another way: one that nobody handles ends the process. */
export async function withoutStrays<Result>(act: () => Promise<Result>, patience = 0): Promise<Result> {
  const strays: unknown[] = [];
  const note = (reason: unknown): void => void strays.push(reason);
  process.on('unhandledRejection', note);
  try {
    const result = await act();
    await pause(patience);
    assert.deepEqual(strays, [], 'an error came out by another way');
    return result;
  } finally {
    process.off('unhandledRejection', note);
  }
}
