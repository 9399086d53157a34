import { eur, openStage, order } from './stage.ts';
import type { Stage } from './stage.ts';
import type { TinyProvider } from './tiny-provider.ts';

/** A stage on which order-1 was authorized for 10.00 EUR. */
export async function authorized(one: TinyProvider): Promise<Stage> {
  const stage = openStage(one);
  await stage.open().authorize(order(), { key: 'order-1' });
  return stage;
}

/** A stage on which order-1 was charged 10.00 EUR. */
export async function charged(one: TinyProvider): Promise<Stage> {
  const stage = openStage(one);
  await stage.open().charge(order(), { key: 'order-1' });
  return stage;
}

/** So much of order-1, to be captured or voided. */
export function part(amount: string): { payment: string; amount: ReturnType<typeof eur> } {
  return { payment: 'order-1', amount: eur(amount) };
}

/** So much of order-1, to be given back. */
export function refund(amount: string): ReturnType<typeof part> & { reason: string } {
  return { ...part(amount), reason: 'too small' };
}

export const invalid = { code: 'invalid_request', effect: 'none' } as const;
export const busy = { code: 'operation_in_progress', effect: 'none' } as const;
