import { ExactNumber } from '@ducat/simulator';

import { addressResult, securityCodeResult } from '../cards/verification-codes.ts';
import { textOf } from '../requests/json-object.ts';
import type { JsonObject } from '../requests/json-object.ts';
import { isChild, isFinal } from '../transactions/transaction.ts';
import type { Transaction } from '../transactions/transaction.ts';

const gatewayId = 3483;

const titles: Readonly<Record<string, string>> = {
  payment: 'Payment',
  authorization: 'Authorization',
  capture: 'Capture',
  void: 'Void',
  refund: 'Refund',
  credit: 'Credit',
  payout: 'Payout',
  checkup: 'Checkup',
};

function acquirerMessage({ type, status }: Transaction): string | null {
  // The page's example of a successful tokenization says null.
  if (type === 'tokenization') return status === 'successful' ? null : 'Tokenization was declined';
  return `${titles[type] ?? type} was ${status === 'successful' ? 'approved' : 'declined'}`;
}

export function exactAmount(amount: bigint): ExactNumber {
  return new ExactNumber(amount.toString());
}

/** What the acquirer said; there is nothing of it before the transaction has ended. */
export function acquirerBody(transaction: Transaction): JsonObject | undefined {
  if (!isFinal(transaction) || transaction.status === 'expired') return undefined;
  const { type, status, amount, currency, request, reference, authorizationCode } = transaction;
  const base = { message: acquirerMessage(transaction), gateway_id: gatewayId, status };
  if (type === 'tokenization' || type === 'checkup') return base;
  const isApproved = status === 'successful';
  const references = {
    ref_id: reference,
    rrn: isApproved ? reference : null,
    auth_code: isApproved ? authorizationCode : null,
  };
  if (isChild(type)) return { ...base, ...references };
  return {
    ...base,
    ...references,
    // Recorded on approved payments: the code of the acquirer proves nothing.
    bank_code: '05',
    amount: exactAmount(amount),
    currency,
    billing_descriptor: textOf(request, 'dynamic_billing_descriptor') ?? 'TEST GATEWAY BILLING DESCRIPTOR',
  };
}

export function checksBody({ request }: Transaction): JsonObject {
  return {
    avs_verification: { result_code: addressResult(request) },
    cvc_verification: { result_code: securityCodeResult(request) },
  };
}

/** Echoes the named fields of a section, null for what was not sent. */
export function echo(section: JsonObject | undefined, ...fields: readonly string[]): JsonObject {
  return Object.fromEntries(fields.map((field) => [field, section?.[field] ?? null]));
}

export const customerFields: readonly string[] = ['ip', 'email', 'device_id', 'birth_date'];

export const addressFields: readonly string[] = [
  'first_name',
  'last_name',
  'address',
  'country',
  'city',
  'zip',
  'state',
  'phone',
];
