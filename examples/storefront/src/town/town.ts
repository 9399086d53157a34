import type { Mood } from './mood.ts';
import { openPayCross } from './paycross.ts';
import { openPaymega } from './paymega.ts';
import type { Changed, ProviderName, ProviderTown } from './provider-town.ts';

/** Both providers with their banks, on loopback. */
export interface Town {
  readonly providers: readonly [ProviderTown, ...ProviderTown[]];
  /** Every origin that a shopper's browser may be sent to. */
  readonly origins: readonly string[];
  titleOf(provider: string): string;
  turn(provider: ProviderName, mood: Mood): Promise<void>;
  close(): Promise<void>;
}

export async function openTown(changed: Changed): Promise<Town> {
  const [paycross, paymega] = await Promise.all([openPayCross(changed), openPaymega(changed)]);
  const towns = { paycross, paymega };
  return {
    providers: [paycross, paymega],
    origins: [...paycross.origins, ...paymega.origins],
    titleOf: (provider) => (provider === 'paycross' || provider === 'paymega' ? towns[provider].title : provider),
    turn: (provider, mood) => towns[provider].turn(mood),
    close: async () => void (await Promise.all([paycross.close(), paymega.close()])),
  };
}
