import type { Issue } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { issuesOf, masked, refusal, unreadable } from '@ducat/validation';
import { compiled, text } from '@ducat/validation/schemas';
import type { ZodType } from 'zod';
import { cardNumbersIn } from './card-number.ts';
import { capture, operationOptions, refund, resume, webhook } from './following-schemas.ts';
import { paymentKey } from './key.ts';
import { authorize, charge, payout, tokenize } from './payment-schemas.ts';
import type { RunOptions } from '../run/first.ts';

type CheckedOperation = 'charge' | 'authorize' | 'tokenize' | 'payout' | 'capture' | 'void' | 'refund';

const operations: Readonly<Record<CheckedOperation, ZodType>> = {
  charge,
  authorize,
  tokenize,
  payout,
  capture,
  void: capture,
  refund,
};

/** What is checked before anything is written or sent. */
interface Given {
  /** How it is called where no field of it has the blame. */
  readonly name: string;
  readonly schema: ZodType;
  readonly value: unknown;
}

/**
 * An operation as it was asked for, copied, so that nobody changes it while it is under way.
 * @throws DucatError `invalid_request` that lists every wrong field of the request and of its options.
 */
export function checkOperation<Request>(
  operation: CheckedOperation,
  request: Request,
  options: unknown,
): readonly [request: Request, options: RunOptions] {
  const [checked, named] = check(
    { name: 'request', schema: operations[operation], value: request },
    { name: 'options', schema: operationOptions, value: options },
  );
  const numbers = cardNumbersIn(checked as object);
  if (numbers.length > 0) throw refusal('invalid_request', numbers);
  return [checked as Request, named as RunOptions];
}

/** @throws DucatError `invalid_request` */
export function checkResume<Request>(request: Request): Request {
  return checkOne('request', resume, request);
}

/** @throws DucatError `invalid_request` */
export function checkWebhook<Request>(provider: unknown, request: Request): Request {
  const [, checked] = check(
    { name: 'provider', schema: text(255), value: provider },
    { name: 'request', schema: webhook, value: request },
  );
  return checked as Request;
}

/** @throws DucatError `invalid_request` */
export function checkPayment(payment: unknown): string {
  return checkOne('payment', paymentKey, payment) as string;
}

/** @throws DucatError `invalid_request` */
export function checkOne<Value>(name: string, schema: ZodType, value: Value): Value {
  const [checked] = check({ name, schema, value });
  return checked as Value;
}

function check(...given: readonly Given[]): unknown[] {
  const issues: Issue[] = [];
  const values = given.map(({ name, schema, value }) => {
    const result = read(name, schema, value);
    if (result.success) return result.data;
    issues.push(...result.issues);
    return undefined;
  });
  if (issues.length > 0) throw refusal('invalid_request', issues);
  return values;
}

type Reading =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly issues: readonly Issue[] };

/** The caller may give anything: a getter or a proxy that throws. What was thrown is not kept, it may hold anything too. */
function read(name: string, schema: ZodType, value: unknown): Reading {
  try {
    const result = compiled(schema).safeParse(value);
    return result.success ? result : { success: false, issues: issuesOf(result.error, name) };
  } catch (thrown) {
    const message = DucatError.is(thrown) ? masked(thrown.message) : unreadable;
    return { success: false, issues: [{ path: name, message }] };
  }
}
