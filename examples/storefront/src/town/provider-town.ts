import type { Provider } from '@ducat/core';
import type { Bank } from '@ducat/simulator';
import type { Mood } from './mood.ts';

export type ProviderName = 'paycross' | 'paymega';

/** One provider: its simulator, its bank, and the adapter that speaks with it. */
export interface ProviderTown {
  readonly name: ProviderName;
  /** For people. */
  readonly title: string;
  readonly provider: Provider;
  readonly bank: Bank;
  /** Where the shopper's browser may be sent. */
  readonly origins: readonly string[];
  readonly mood: Mood;
  readonly turn: (mood: Mood) => Promise<void>;
  close(): Promise<void>;
}

/** What a town tells when its books may have changed. */
export type Changed = () => void;
