import type { Addresses } from '../server/addresses.ts';

/** One way to make a payment. */
export interface Client {
  /** One payment, answered and understood; rejects when it was not approved. */
  call(number: number): Promise<void>;
  close(): Promise<void>;
}

/** What a client may use besides the server. */
export interface Surroundings {
  readonly addresses: Addresses;
  /** An empty folder of its own, on a real disk. */
  readonly folder: string;
}

export type OpenClient = (surroundings: Surroundings) => Promise<Client>;
