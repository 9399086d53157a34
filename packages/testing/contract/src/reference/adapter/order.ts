import type {
  CardSource,
  CaptureRequest,
  ChargeRequest,
  Customer,
  HostedSource,
  Money,
  Operation,
  PaymentDetails,
  PayoutRequest,
  RefundRequest,
  StoredCredentialUsage,
  TokenSource,
  TokenizeRequest,
} from '@ducat/core';
import { DucatError, invalidRequest } from '@ducat/core';
import { currencies } from './limits.ts';
import type { ReferenceSettings } from './options.ts';

/** An order in the bank's words; what else is in it is for the bank alone, and secrets are still wrapped. */
export interface Order {
  readonly kind: Operation;
  readonly amount: string;
  readonly currency: string;
  readonly test: boolean;
  readonly parent?: string;
  readonly description?: string;
}

type Source = CardSource | TokenSource | HostedSource;

export function chargeOrder(kind: 'charge' | 'authorize', request: ChargeRequest, settings: ReferenceSettings): Order {
  return {
    ...orderOf(kind, request.amount, isTest(request, settings)),
    ...payment(request, settings),
    ...storing(request.storeCard?.usage),
  };
}

export function tokenizeOrder(request: TokenizeRequest, settings: ReferenceSettings): Order {
  return {
    ...orderOf('tokenize', request.amount, isTest(request, settings)),
    ...payment(request, settings),
    ...storing(request.usage),
  };
}

export function childOrder(kind: 'capture' | 'void', request: CaptureRequest, { testMode }: ReferenceSettings): Order {
  return { ...orderOf(kind, request.amount, testMode), parent: request.authorization };
}

export function refundOrder(request: RefundRequest, { testMode }: ReferenceSettings): Order {
  return { ...orderOf('refund', request.amount, testMode), parent: request.payment, description: request.reason };
}

export function payoutOrder(request: PayoutRequest, settings: ReferenceSettings): Order {
  const { amount, description, destination, recipient } = request;
  return {
    ...orderOf('payout', amount, isTest(request, settings)),
    description,
    ...source(destination, recipient, settings),
  };
}

function orderOf(kind: Operation, { minorUnits, currency }: Money, test: boolean): Order {
  if (!currencies.includes(currency)) {
    const message = 'amount: the bank counts this currency in units that are not decimal';
    throw new DucatError({ code: 'unsupported', message, effect: 'none', issues: [{ path: 'amount', message }] });
  }
  return { kind, amount: String(minorUnits), currency, test };
}

function isTest({ testMode }: { readonly testMode?: boolean }, settings: ReferenceSettings): boolean {
  return testMode ?? settings.testMode;
}

function payment(request: PaymentDetails & { readonly source: Source }, settings: ReferenceSettings): object {
  const { description, returnUrl, browser, customer, threeDSecure } = request;
  return {
    description,
    browser,
    return_url: returnUrl,
    term_url: threeDSecure?.termUrl,
    ...source(request.source, customer, settings),
  };
}

function storing(usage: readonly StoredCredentialUsage[] | undefined): object {
  return usage === undefined ? {} : { store: usage };
}

function source(from: Source, customer: Customer | undefined, { id }: ReferenceSettings): object {
  if (from.kind === 'hosted') return { hosted: true, customer: customer?.reference };
  if (from.kind === 'card') {
    const { number, expiryMonth: month, expiryYear: year, securityCode: code, holder } = from.card;
    return { card: { number, month, year, code, holder }, customer: customer?.reference };
  }
  const { provider, value, customerReference } = from.token;
  if (provider !== id) throw invalidRequest('source.token', 'was issued by another provider');
  if (customer?.reference !== undefined && customer.reference !== customerReference) {
    throw invalidRequest('source.token', 'belongs to another customer');
  }
  return { token: value, usage: from.usage, customer: customerReference, code: from.securityCode };
}
