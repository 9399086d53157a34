import type { AuthorizeRequest, ChargeRequest, TokenizeRequest } from '@ducat/core';
import { invalidRequest } from '@ducat/core';
import { toWireCustomer } from './customer.ts';
import { toWireNumber } from './money.ts';
import { ownOptions } from './provider-options.ts';
import { paymentService } from './service.ts';

/** A request that becomes a payment invoice, and what for. */
export type Payment =
  | { readonly operation: 'charge'; readonly request: ChargeRequest }
  | { readonly operation: 'tokenize'; readonly request: TokenizeRequest }
  | { readonly operation: 'authorize'; readonly request: AuthorizeRequest };

/** Paymega "Host-to-host integration", "Payments with tokens", "Two-step payments": the attributes of a new invoice. */
export function toWireInvoice(payment: Payment, reference: string, testMode: boolean | undefined): object {
  const { request } = payment;
  const { service, returnUrls, individualTaxId } = ownOptions(request);
  const { source } = request;
  const token = source.kind === 'token' ? source.token : undefined;
  const tokenCustomer = token === undefined ? undefined : (token.customerReference ?? request.customer?.reference);
  const wantsToken = isTokenWanted(payment);
  if ((wantsToken || token !== undefined) && (tokenCustomer ?? request.customer?.reference) === undefined) {
    throw invalidRequest(
      'customer.reference',
      'is required by Paymega for stored cards: a token belongs to a customer',
    );
  }
  const address = request.billingAddress;
  return {
    test_mode: testMode,
    reference_id: reference,
    description: request.description,
    descriptor: request.descriptor,
    currency: request.amount.currency,
    amount: toWireNumber(request.amount),
    service: service ?? paymentService(request.amount.currency),
    flow: payment.operation === 'authorize' ? 'delayed_charge' : undefined,
    options: payment.operation === 'authorize' ? twoStepOptions(payment.request) : undefined,
    token: token?.value,
    customer: toWireCustomer({ customer: request.customer, address, tokenCustomer, individualTaxId, path: 'customer' }),
    metadata: request.metadata,
    return_url: request.returnUrl,
    return_urls: returnUrls,
    callback_url: request.webhookUrl,
    gateway_options: gatewayOptions(wantsToken, source.kind === 'token' && source.initiator === 'merchant'),
  };
}

/** Whether the invoice is to leave a token behind. */
export function isTokenWanted({ operation, request }: Payment): boolean {
  return operation === 'tokenize' || request.storeCard !== undefined;
}

function twoStepOptions(request: AuthorizeRequest): object | undefined {
  const { delayedAction, delayedActionDelay } = ownOptions(request);
  if (delayedAction === undefined && request.partialCapture === undefined) return undefined;
  return {
    delayed_action: delayedAction,
    delayed_action_delay: delayedActionDelay,
    allow_partially: request.partialCapture,
  };
}

function gatewayOptions(tokenize: boolean, instant: boolean): object | undefined {
  if (!tokenize && !instant) return undefined;
  return { cardgate: { tokenize: tokenize ? true : undefined, instant: instant ? true : undefined } };
}
