import type { Operation } from '@ducat/core';

/** A transaction as the reference bank writes it: its one JSON shape, in answers and in webhooks. */
export interface WireTransaction {
  readonly id: string;
  readonly kind: Operation;
  /** `done`, `declined`, `processing`, or `waiting` for the shopper. */
  readonly status: string;
  /** The merchant's name of the attempt. */
  readonly reference: string;
  /** What a capture, void or refund is about. */
  readonly parent: string | null;
  /** Integer of minor units, as a string. */
  readonly amount: string;
  readonly currency: string;
  readonly test: boolean;
  /** Why it was declined. */
  readonly reason: string | null;
  /** Where a shopper that is waited for has to go. */
  readonly action_url: string | null;
  /** What the shopper's browser has to post, for 3-D Secure 1. */
  readonly form: WireForm | null;
  readonly token: string | null;
  readonly customer: string | null;
  readonly card: WireCard | null;
  readonly captured: string;
  readonly refunded: string;
  /** Milliseconds since the epoch. */
  readonly changed_at: number;
}

export interface WireForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface WireCard {
  readonly first_six: string;
  readonly last_four: string;
  readonly brand: string;
  readonly expiry_month: number;
  readonly expiry_year: number;
}

/** An order as the bank takes it. */
export interface WireOrder {
  readonly kind: Operation;
  readonly amount: string;
  readonly currency: string;
  readonly test: boolean;
  readonly description?: string;
  readonly parent?: string;
  readonly card?: { readonly number: string; readonly month: number; readonly year: number; readonly code?: string };
  readonly token?: string;
  readonly usage?: string;
  /** The card is to be typed on the bank's page. */
  readonly hosted?: boolean;
  readonly customer?: string;
  /** What a stored card will be used for. */
  readonly store?: readonly string[];
  readonly return_url?: string;
  /** Where the merchant wants the answer of 3-D Secure 1. */
  readonly term_url?: string;
}
