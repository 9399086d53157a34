import type { Platform } from '../platform.ts';
import { sectionOf, textOf } from '../requests/json-object.ts';
import type { JsonObject } from '../requests/json-object.ts';
import { friendlyMessageOf, messageOf } from '../transactions/processing-codes.ts';
import { isChild } from '../transactions/transaction.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { cardBody } from './card.ts';
import { acquirerBody, addressFields, checksBody, customerFields, echo, exactAmount } from './sections.ts';
import { threeDSecureBody } from './three-d-secure.ts';
import { offsetTimeOrNull, zuluTime } from './timestamps.ts';

export function frame(transaction: Transaction): JsonObject {
  const { uid, status, type, amount, currency, code, test, request, createdAt, updatedAt, paidAt } = transaction;
  const expiry = textOf(request, 'expired_at');
  return {
    uid,
    id: uid,
    status,
    type,
    amount: exactAmount(amount),
    currency,
    message: messageOf(code),
    test,
    created_at: zuluTime(createdAt),
    updated_at: zuluTime(updatedAt),
    paid_at: offsetTimeOrNull(paidAt),
    expired_at: offsetTimeOrNull(expiry === undefined ? undefined : Date.parse(expiry)),
    closed_at: null,
    settled_at: null,
    manually_corrected_at: null,
    status_code: null,
    recurring_type: null,
  };
}

/** Children carry none of these. */
export function orderBody(platform: Platform, { uid, request }: Transaction): JsonObject {
  return {
    description: textOf(request, 'description') ?? null,
    tracking_id: textOf(request, 'tracking_id') ?? null,
    language: textOf(request, 'language') ?? 'en',
    redirect_url: platform.addresses.processPage(uid),
  };
}

function rootBody(platform: Platform, transaction: Transaction): JsonObject {
  const { type, request, card, token, verification } = transaction;
  const cardName = type === 'payout' ? 'recipient_credit_card' : 'credit_card';
  return {
    ...orderBody(platform, transaction),
    payment_method_type: 'credit_card',
    ...(card === undefined ? {} : { [cardName]: cardBody(card, token) }),
    additional_data: echoedAdditionalData(request),
    smart_routing_verification: { status: 'successful' },
    avs_cvc_verification: checksBody(transaction),
    ...(verification === undefined
      ? {}
      : { three_d_secure_verification: threeDSecureBody(platform, transaction, verification) }),
    customer: echo(sectionOf(request, 'customer'), ...customerFields),
    billing_address: echo(sectionOf(request, 'billing_address'), ...addressFields),
    ...(type === 'payout' ? { recipient: echo(sectionOf(request, 'recipient'), ...customerFields) } : {}),
  };
}

export function echoedAdditionalData(request: JsonObject): JsonObject {
  return sectionOf(request, 'additional_data') ?? {};
}

export function childBody({ parent, request }: Transaction): JsonObject {
  const reason = textOf(request, 'reason');
  return { parent_uid: parent?.uid ?? null, ...(reason === undefined ? {} : { reason }) };
}

/** The union of the recorded bodies and the example on the tokenization page. */
export function versionTwoBody(platform: Platform, transaction: Transaction): JsonObject {
  const { type, uid, reference, code } = transaction;
  const acquirer = acquirerBody(transaction);
  return {
    ...frame(transaction),
    receipt_url: platform.addresses.receipt(uid, reference),
    ...(isChild(type) ? childBody(transaction) : rootBody(platform, transaction)),
    ...(acquirer === undefined ? {} : { [type]: acquirer }),
    ...(platform.options.processingCodes ? { code, friendly_message: friendlyMessageOf(code) } : {}),
  };
}
