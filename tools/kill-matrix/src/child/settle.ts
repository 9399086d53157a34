import { setTimeout as wait } from 'node:timers/promises';
import type { BookEntry } from './order.ts';
import { isFinal, readBook } from './book.ts';
import type { FastClock } from './clock.ts';
import type { OpenEngine } from './engine.ts';
import { tell } from './tell.ts';

const jump = 30 * 60_000;
/** Longer than any schedule of recovery: after that what is open is open for good. */
const mostJumps = 1000;
/** What gives back a surplus begins after everything else is decided. */
const quietJumps = 3;

/** Recovers, and lets the hours pass that the providers' horizons take, until nothing is left to find out. */
export async function settle({ payments, journal }: OpenEngine, clock: FastClock): Promise<readonly BookEntry[]> {
  let quiet = 0;
  for (let jumps = 0; jumps < mostJumps && quiet < quietJumps; jumps += 1) {
    let looked = 0;
    for (let round = await payments.recover(); round.payments.length > 0; round = await payments.recover()) {
      looked += round.payments.length;
      const [failed] = round.failed;
      if (failed !== undefined) throw failed.error;
    }
    const book = await readBook(payments, journal);
    const isOpen = book.some(({ status, review }) => !isFinal(status) && review === undefined);
    quiet = isOpen || looked > 0 ? 0 : quiet + 1;
    clock.jump(jump);
    await tell({ kind: 'time', now: clock.now() });
  }
  return await readBook(payments, journal);
}

/** Lets the events that a dead process had taken come again, until none is left. */
export async function deliverAll({ journal }: OpenEngine, clock: FastClock): Promise<void> {
  for (let jumps = 0; jumps < mostJumps; jumps += 1) {
    const now = clock.now() + jump;
    // Nothing is kept for longer than no time, so that the engine can take them at once.
    if ((await journal.takeMessages({ now, until: 0, limit: 1 })).length === 0) return;
    clock.jump(jump);
    await wait(2);
  }
}
