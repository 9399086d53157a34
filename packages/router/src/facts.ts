import type { CurrencyCode, Initiator, Money, PaymentSource, StoredCredentialUsage } from '@ducat/core';
import type { BinLookup } from './card/complete.ts';
import { completeCard } from './card/complete.ts';
import type { Binding, RoutingQuestion } from './question.ts';

/** The operations that are routed. */
export type RoutedOperation = RoutingQuestion['operation'];

/** What is known of a card: enough to route by, and nothing that has to be hidden. */
export interface CardFacts {
  /** The first six digits. */
  readonly bin: string | undefined;
  /** In lower case: `visa`, `mastercard`. */
  readonly brand: string | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly issuerCountry: string | undefined;
}

/** The customer's fields that rules can ask about. */
export interface CustomerFacts {
  readonly reference?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly ipAddress?: string | undefined;
  readonly deviceId?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** A question as bare facts: what rules look at, without card numbers, security codes and tokens. */
export interface RoutingFacts {
  readonly operation: RoutedOperation;
  readonly key: string;
  readonly at: number;
  readonly amount: Money;
  readonly currency: CurrencyCode;
  readonly source: PaymentSource['kind'];
  readonly card: CardFacts;
  /** Of the token that is used, or what a card is to be stored for. */
  readonly usage: readonly StoredCredentialUsage[];
  /** Who starts a payment by token. */
  readonly initiator: Initiator | undefined;
  readonly customer: CustomerFacts | undefined;
  readonly billingCountry: string | undefined;
  readonly metadata: Readonly<Record<string, string>> | undefined;
  readonly bindings: readonly Binding[];
  /** Of `tokenize`: whether a payment may be made only to get a token. */
  readonly mayPayForToken: boolean;
  /** Whether a token of the card is wanted besides the payment. */
  readonly storesCard: boolean;
}

const none: readonly never[] = [];
const noCard: CardFacts = { bin: undefined, brand: undefined, issuerCountry: undefined };

/** What rules look at of a question. */
export function factsOf(question: RoutingQuestion, binLookup: BinLookup | undefined): RoutingFacts {
  const { operation, request, key, at, card } = question;
  const isPayout = operation === 'payout';
  const source = isPayout ? request.destination : request.source;
  const storeCard = operation === 'charge' || operation === 'authorize' ? request.storeCard : undefined;
  const token = source.kind === 'token' ? source : undefined;
  const bin = card?.firstSix ?? (source.kind === 'card' ? source.card.firstSix : undefined);
  const isUnknown = bin === undefined && card === undefined;
  const given = question.bindings ?? none;
  return {
    operation,
    key,
    at,
    amount: request.amount,
    currency: request.amount.currency,
    source: source.kind,
    card: isUnknown ? noCard : completeCard(bin, card, binLookup),
    usage: token !== undefined ? [token.usage] : operation === 'tokenize' ? request.usage : (storeCard?.usage ?? none),
    initiator: token?.initiator,
    customer: isPayout ? request.recipient : request.customer,
    billingCountry: isPayout ? request.recipientAddress?.country : request.billingAddress?.country,
    metadata: request.metadata,
    bindings: token === undefined ? given : [{ kind: 'token', provider: token.token.provider }, ...given],
    mayPayForToken: operation === 'tokenize' && request.onPayment === 'allow',
    storesCard: storeCard !== undefined,
  };
}
