import type { Call } from '@ducat/adapter-kit';
import { schemas } from '@ducat/adapter-kit';
import type {
  AuthorizeRequest,
  ChargeRequest,
  Operation,
  PaymentDetails,
  StoredCredentialUsage,
  TokenizeRequest,
} from '@ducat/core';
import type { z } from 'zod';
import { toWireAirline } from './airline.ts';
import { toWireBrowser } from './browser.ts';
import { addressLimits, toWireAddress, toWireCustomer } from './customer.ts';
import type { MoneyTranslation } from './money.ts';
import type { Asked } from './outcome.ts';
import { ownOptions, providerOptionsLimits } from './provider-options.ts';
import { checkSource, toWireSource } from './source.ts';

const limits = { billingAddress: addressLimits.optional(), providerOptions: providerOptionsLimits };

export const chargeLimits: z.ZodType = schemas.chargeRequest.extend(limits).superRefine(checkSource);
export const authorizeLimits: z.ZodType = schemas.authorizeRequest.extend(limits).superRefine(checkSource);
export const tokenizeLimits: z.ZodType = schemas.tokenizeRequest.extend(limits).superRefine(checkSource);

/** What the translation of a payment needs to know beside the request. */
export interface PaymentFrame {
  readonly settings: { readonly testMode?: boolean | undefined };
  readonly money: MoneyTranslation;
  readonly call: Pick<Call, 'provider' | 'reference'>;
  /** `additional_data.contract`: what a token is asked for. */
  readonly contract: readonly StoredCredentialUsage[] | undefined;
}

/** What the answer will be compared with. */
export function askedOf(
  request: PaymentDetails,
  operation: Operation,
  testMode: boolean | undefined,
  usage: readonly StoredCredentialUsage[] | undefined,
): Asked {
  return {
    operation,
    amount: request.amount,
    testMode: request.testMode ?? testMode ?? false,
    storesCard: usage !== undefined,
    customerReference: request.customer?.reference,
    termUrl: request.threeDSecure?.termUrl,
  };
}

/** The request of a payment, authorization or tokenization, which differ in their path alone. */
export function toWirePayment(
  request: ChargeRequest | AuthorizeRequest | TokenizeRequest,
  frame: PaymentFrame,
): object {
  const options = ownOptions(request);
  const additional = {
    receipt_text: options.receiptText,
    contract: frame.contract,
    browser: toWireBrowser(request.browser),
    meta: request.metadata,
  };
  return {
    ...frame.money.toWire(request.amount),
    description: request.description,
    tracking_id: frame.call.reference,
    expired_at: options.expiredAt,
    duplicate_check: options.duplicateCheck,
    dynamic_billing_descriptor: request.descriptor,
    language: toWireLanguage(request.language),
    notification_url: request.webhookUrl,
    verification_url: options.verificationUrl,
    return_url: request.returnUrl,
    test: request.testMode ?? frame.settings.testMode,
    billing_address: toWireAddress(request.billingAddress, request.customer?.phone),
    credit_card: toWireSource(request.source, frame.call.provider, options),
    customer: toWireCustomer(request.customer),
    three_d_secure: options.advancedThreeDSecure === undefined ? undefined : { advanced: options.advancedThreeDSecure },
    additional_data: Object.values(additional).some((value) => value !== undefined) ? additional : undefined,
    travel: options.travel?.airline === undefined ? undefined : { airline: toWireAirline(options.travel.airline) },
  };
}

/** PayCross takes the language alone: `pt` of `pt-BR`. */
export function toWireLanguage(language: string | undefined): string | undefined {
  return language?.slice(0, 2);
}
