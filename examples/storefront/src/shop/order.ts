import type { Money, StoredCredentialUsage } from '@ducat/core';
import type { Line } from './cart.ts';

/** What somebody has decided to buy. Its key is the payment's name and idempotency key. */
export interface Order {
  readonly key: string;
  readonly lines: readonly Line[];
  readonly total: Money;
  /** Set when it is paid for, in one way or another: `Visa ending in 1111`. */
  paidBy?: string;
  /** What the card may be used for later, as the shopper agreed. */
  agreed: readonly StoredCredentialUsage[];
  /** Of a renewal: the order that began the subscription. */
  readonly renews?: string;
  /** While the engine is at it. */
  running?: Promise<unknown>;
}

/** A card that a visitor lets the shop remember. */
export interface RememberedCard {
  /** Key of the order that stored it. */
  readonly order: string;
  readonly label: string;
  /** Whoever issued the token, and asks for the security code on a page of its own. */
  readonly provider: string;
}
