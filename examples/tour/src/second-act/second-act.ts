import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Books } from './books.ts';
import { compareBooks, isOpen } from './books.ts';
import type { MerchantProcess } from './merchant-process.ts';
import { startMerchant } from './merchant-process.ts';
import type { PaymentInJournal } from './merchant-settings.ts';
import { openPostOffice } from './post-office.ts';
import type { Town } from './town.ts';
import { openTown } from './town.ts';

/** What the second act came to. */
export interface SecondAct {
  readonly payments: number;
  /** After how many answered payments the merchant's process was killed. */
  readonly killedAfter: number;
  /** How many hours of the providers' horizons were waited for: on all clocks they are skipped. */
  readonly hours: number;
  readonly failovers: number;
  readonly misfortunes: readonly (readonly [name: string, times: number])[];
  readonly statuses: readonly (readonly [status: string, payments: number])[];
  readonly books: Books;
}

const pauseMilliseconds = 150;
const hour = 60 * 60 * 1000;
/** Longer than Paymega keeps an invoice open whose card never came. */
const mostHours = 60;

/**
 * Payments over both providers while one of them goes wrong in every way, and the merchant's process is killed in the
 * middle and started again: nothing is charged twice, and the journal says what the banks say.
 */
export async function playSecondAct(payments = 300): Promise<SecondAct> {
  const folder = await mkdtemp(join(tmpdir(), 'ducat-tour-'));
  const post = await openPostOffice();
  const town = await openTown(post.url);
  const settings = { ...town.settings, journalFile: join(folder, 'journal.sqlite') };
  const killedAfter = Math.floor(payments / 2);
  let merchant = await startMerchant(settings);
  try {
    post.deliverTo(merchant);
    merchant.ask({ kind: 'pay', payments });
    await merchant.until('paid', ({ done }) => done >= payments / 4);
    await town.breakDown(pauseMilliseconds);
    await merchant.until('paid', ({ done }) => done >= killedAfter);
    post.deliverTo(undefined);
    await merchant.kill();
    merchant = await startMerchant(settings);
    post.deliverTo(merchant);
    merchant.ask({ kind: 'pay', payments });
    await merchant.until('finished');
    const { hours, found } = await waitUntilDecided(payments, merchant, town);
    return {
      payments,
      killedAfter,
      hours,
      failovers: found.filter(({ attempts }) => attempts > 1).length,
      misfortunes: [...town.misfortunes],
      statuses: [...Map.groupBy(found, ({ status }) => status)].map(([status, all]) => [status, all.length]),
      books: compareBooks(town, found),
    };
  } finally {
    await merchant.kill();
    await Promise.all([town.close(), post.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function waitUntilDecided(
  payments: number,
  merchant: MerchantProcess,
  town: Town,
): Promise<{ hours: number; found: readonly PaymentInJournal[] }> {
  for (let hours = 0; ; hours += 1) {
    merchant.ask({ kind: 'recover', hours, payments });
    const { payments: found } = await merchant.until('recovered');
    if (hours === mostHours || !found.some(isOpen)) return { hours, found };
    town.skip(hour);
  }
}
