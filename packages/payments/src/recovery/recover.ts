import type { Engine } from '../engine.ts';
import { resolve } from './resolve.ts';

/** What a round of recovery came to. */
export interface Recovered {
  /** Payments that were looked at. */
  readonly payments: readonly string[];
  /** Those that could not be, with the error; they come again. */
  readonly failed: readonly { readonly payment: string; readonly error: unknown }[];
}

/** How many payments one round takes, and for how long nobody else may take them, in milliseconds. */
const batch = 50;
const leaseMilliseconds = 120_000;

/** One round: takes what is due, which no other process then takes, and does for each payment what has to be done. */
export async function recoverDue(engine: Engine): Promise<Recovered> {
  const now = engine.clock.now();
  const payments = await engine.journal.lease({ now, until: now + leaseMilliseconds, limit: batch });
  const failed: { payment: string; error: unknown }[] = [];
  await Promise.all(
    payments.map(async (payment) => {
      try {
        await resolve(engine, payment);
      } catch (error) {
        failed.push({ payment, error });
      }
    }),
  );
  return { payments, failed };
}
