import type { Port } from '@ducat/core';

/** What a request to a provider belongs to. */
export interface CallTag {
  readonly port: Port;
  /** Of the attempt; empty where a lookup goes by the provider's id alone. */
  readonly reference: string;
  /** The payment, when it is known. */
  readonly payment: string;
}
