import type { Platform } from '../platform.ts';
import { sectionOf } from '../requests/json-object.ts';
import type { JsonObject } from '../requests/json-object.ts';
import { friendlyMessageOf } from '../transactions/processing-codes.ts';
import { isChild } from '../transactions/transaction.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { cardBody } from './card.ts';
import { acquirerBody, addressFields, customerFields, echo } from './sections.ts';
import { threeDSecureBody } from './three-d-secure.ts';
import { childBody, echoedAdditionalData, frame, orderBody } from './version-two.ts';

function person(customer: JsonObject | undefined, address: JsonObject | undefined): JsonObject {
  return { ...echo(customer, ...customerFields), ...echo(address, ...addressFields) };
}

function paymentMethod({ card, token }: Transaction): JsonObject | null {
  return card === undefined ? null : { payment_method_type: 'credit_card', ...cardBody(card, token) };
}

function rootBody(platform: Platform, transaction: Transaction): JsonObject {
  const { type, request, verification } = transaction;
  const isPayout = type === 'payout';
  const recipient = {
    customer: person(sectionOf(request, 'recipient'), sectionOf(request, 'recipient_billing_address')),
    payment_method: paymentMethod(transaction),
  };
  return {
    ...orderBody(platform, transaction),
    ...(isPayout ? { recipient } : { payment_method: paymentMethod(transaction) }),
    customer: person(sectionOf(request, 'customer'), sectionOf(request, 'billing_address')),
    additional_data: echoedAdditionalData(request),
    smart_routing_verification: { status: 'successful' },
    ...(verification === undefined
      ? {}
      : { three_d_secure_verification: threeDSecureBody(platform, transaction, verification) }),
  };
}

/** PayCross docs: API v3. Flat; its `transaction` is the acquirer's section and has no uid. */
export function versionThreeBody(platform: Platform, transaction: Transaction): JsonObject {
  const { type, uid, code, reference } = transaction;
  return {
    ...frame(transaction),
    code,
    friendly_message: friendlyMessageOf(code),
    ...(isChild(type) ? childBody(transaction) : rootBody(platform, transaction)),
    transaction: acquirerBody(transaction) ?? null,
    links: { receipt_url: platform.addresses.receipt(uid, reference) },
    errors: null,
    psp_settled_at: null,
    bank_info: null,
  };
}
