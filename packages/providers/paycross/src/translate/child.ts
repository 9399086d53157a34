import { schemas } from '@ducat/adapter-kit';
import type { CaptureRequest, RefundRequest, VoidRequest } from '@ducat/core';
import type { z } from 'zod';
import type { MoneyTranslation } from './money.ts';
import { childOptionsLimits, ownOptions } from './provider-options.ts';

export const captureLimits: z.ZodType = schemas.captureRequest.extend({ providerOptions: childOptionsLimits });
export const refundLimits: z.ZodType = schemas.refundRequest.extend({ providerOptions: childOptionsLimits });

/** The request of a capture, void or refund: PayCross takes the currency from the parent. */
export function toWireChild(
  request: CaptureRequest | VoidRequest | RefundRequest,
  parent: string,
  money: MoneyTranslation,
): object {
  const { amount } = money.toWire(request.amount);
  return { parent_uid: parent, amount, duplicate_check: ownOptions(request).duplicateCheck };
}
