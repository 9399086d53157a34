import type { CurrencyCode } from '../money/currency.ts';
import type { PaymentSource } from '../model/source.ts';
import type { Operation } from '../model/transaction-record.ts';

/**
 * What keeps a repeat of the same request, with the same reference, from acting twice:
 * - `replayed`: the provider answers as it did the first time, within `replayWindowMilliseconds`;
 * - `refused`: the provider refuses a reference it has seen, and the adapter looks it up;
 * - `by_state`: there is no key on the wire; the transaction's own state allows the operation only once.
 */
export type RepeatSafety = 'replayed' | 'refused' | 'by_state';

/** What a provider can do within its ports, as data: for routing, for tests, for the capability table. */
export interface ProviderLimits {
  readonly currencies: 'any' | readonly CurrencyCode[];
  /** The kinds of source that it takes; the others are `unsupported`. Absent: all of them. */
  readonly sources?: readonly PaymentSource['kind'][];
  readonly capture: {
    /** `when_announced`: only if the authorization was made with `partialCapture`. */
    readonly partial: 'always' | 'when_announced' | 'never';
    readonly multiple: boolean;
  };
  readonly void: { readonly partial: boolean };
  readonly refund: { readonly partial: boolean; readonly multiple: boolean };
  /** `standalone`: no money moves. `on_payment`: a token is the by-product of a successful payment. `never`: there are none. */
  readonly tokenize: 'standalone' | 'on_payment' | 'never';
  readonly repeat: Readonly<Partial<Record<Operation, RepeatSafety>>>;
  /** How long a `replayed` repeat is recognised, in milliseconds from the first one. */
  readonly replayWindowMilliseconds?: number;
  /** After so many milliseconds from the sending, a lookup's `not_found` is final. */
  readonly lookupHorizonMilliseconds: number;
  /** The operations that a lookup finds by the attempt's own reference, not only by the provider's id. */
  readonly lookupByReference: readonly Operation[];
  /** The actions that a challenge may come as. */
  readonly actions: readonly ('redirect' | 'form_post' | 'wait')[];
}
