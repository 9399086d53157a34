import type { AuthorizeRequest, CardSummary, ChargeRequest, PayoutRequest, TokenizeRequest } from '@ducat/core';

/** What is routed: operations that begin a payment. All others go where their payment is. */
export type RoutedRequest =
  | { readonly operation: 'charge'; readonly request: ChargeRequest }
  | { readonly operation: 'authorize'; readonly request: AuthorizeRequest }
  | { readonly operation: 'tokenize'; readonly request: TokenizeRequest }
  | { readonly operation: 'payout'; readonly request: PayoutRequest };

/**
 * Something that one provider issued and that no other can use: a stored card, a customer that exists at that provider,
 * a 3-D Secure result that was obtained through it.
 */
export interface Binding {
  readonly kind: 'token' | 'customer' | 'three_d_secure';
  /** Id of the provider that issued it. */
  readonly provider: string;
}

/** A request to be routed. */
export type RoutingQuestion = RoutedRequest & {
  /** The operation's key: a split by weights goes by it, so that a repeat goes the same way. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** What is known of the card besides, of a stored one for example. It wins over `binLookup`. */
  readonly card?: Pick<CardSummary, 'firstSix' | 'brand' | 'issuerCountry'>;
  /** What else of the payment belongs to one provider. A token in the request counts by itself. */
  readonly bindings?: readonly Binding[];
};
