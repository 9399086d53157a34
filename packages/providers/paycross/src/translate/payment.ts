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
import { present } from './section.ts';
import { toWireSource, withSourceLimits } from './source.ts';

const limits = { billingAddress: addressLimits.optional(), providerOptions: providerOptionsLimits };

export const chargeLimits: z.ZodType = withSourceLimits(schemas.chargeRequest.extend(limits));
export const authorizeLimits: z.ZodType = withSourceLimits(schemas.authorizeRequest.extend(limits));
export const tokenizeLimits: z.ZodType = withSourceLimits(schemas.tokenizeRequest.extend(limits));

/** What the translation of a payment needs to know of the shop. */
export interface Shop {
  readonly settings: { readonly testMode?: boolean | undefined };
  readonly money: MoneyTranslation;
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

/**
 * The request of a payment, authorization or tokenization, which differ in their path alone. `contract` is what a token
 * is asked for.
 */
export function toWirePayment(
  request: ChargeRequest | AuthorizeRequest | TokenizeRequest,
  { settings, money }: Shop,
  { provider, reference }: Pick<Call, 'provider' | 'reference'>,
  contract: readonly StoredCredentialUsage[] | undefined,
): object {
  const options = ownOptions(request);
  const { amount, currency } = money.toWire(request.amount);
  const additional = {
    receipt_text: options.receiptText,
    contract,
    browser: toWireBrowser(request.browser),
    meta: request.metadata,
  };
  return {
    amount,
    currency,
    description: request.description,
    tracking_id: reference,
    expired_at: options.expiredAt,
    duplicate_check: options.duplicateCheck,
    dynamic_billing_descriptor: request.descriptor,
    language: toWireLanguage(request.language),
    notification_url: request.webhookUrl,
    verification_url: options.verificationUrl,
    return_url: request.returnUrl,
    test: request.testMode ?? settings.testMode,
    billing_address: toWireAddress(request.billingAddress, request.customer?.phone),
    credit_card: toWireSource(request.source, provider, options),
    customer: toWireCustomer(request.customer),
    three_d_secure: options.advancedThreeDSecure === undefined ? undefined : { advanced: options.advancedThreeDSecure },
    additional_data: present(additional),
    travel: options.travel?.airline === undefined ? undefined : { airline: toWireAirline(options.travel.airline) },
  };
}

/** PayCross takes the language alone: `pt` of `pt-BR`. */
export function toWireLanguage(language: string | undefined): string | undefined {
  return language?.slice(0, 2);
}
