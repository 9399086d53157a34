import type { OpenClient } from './client.ts';

/** A client as the report knows it. Its code is loaded in its own process only. */
export interface Contender {
  readonly label: string;
  /** HTTP requests of one call: figures are told for each request. */
  readonly requests: number;
  load(): Promise<OpenClient>;
}

/** The names by which clients are chosen; all others are compared with the first. */
export const clientNames: readonly [
  'undici',
  'paycross',
  'paymega',
  'engine-memory',
  'engine-sqlite',
  'stripe',
  'stripe-best',
  'adyen',
  'adyen-best',
] = ['undici', 'paycross', 'paymega', 'engine-memory', 'engine-sqlite', 'stripe', 'stripe-best', 'adyen', 'adyen-best'];

export type ClientName = (typeof clientNames)[number];

export const baseline: ClientName = 'undici';

export const contenders: Readonly<Record<ClientName, Contender>> = {
  undici: {
    label: 'undici Pool.request',
    requests: 1,
    load: async () => (await import('./undici.ts')).openUndici,
  },
  paycross: {
    label: 'adapter: PayCross',
    requests: 1,
    load: async () => (await import('./paycross.ts')).openPayCross,
  },
  paymega: {
    label: 'adapter: Paymega, for each of its two requests',
    requests: 2,
    load: async () => (await import('./paymega.ts')).openPaymega,
  },
  'engine-memory': {
    label: 'engine, journal in memory',
    requests: 1,
    load: async () => (await import('./engine-memory.ts')).openEngineInMemory,
  },
  'engine-sqlite': {
    label: 'engine, SQLite, every record synced',
    requests: 1,
    load: async () => (await import('./engine-sqlite.ts')).openEngineOnSqlite,
  },
  stripe: {
    label: 'stripe, as it comes',
    requests: 1,
    load: async () => (await import('./stripe.ts')).openStripe,
  },
  'stripe-best': {
    label: 'stripe at its best (on undici)',
    requests: 1,
    load: async () => (await import('./stripe-best.ts')).openStripeAtItsBest,
  },
  adyen: {
    label: 'adyen, as it comes (TLS)',
    requests: 1,
    load: async () => (await import('./adyen.ts')).openAdyen,
  },
  'adyen-best': {
    label: 'adyen at its best (on undici)',
    requests: 1,
    load: async () => (await import('./adyen-best.ts')).openAdyenAtItsBest,
  },
};
