import type { ContractPromise } from '../promise.ts';
import { refundAmounts } from './refunds/amounts.ts';
import { refundedPayments } from './refunds/payments.ts';
import { refundRepeats } from './refunds/repeats.ts';

/** Money that is given back. */
export const refunds: readonly ContractPromise[] = [...refundAmounts, ...refundedPayments, ...refundRepeats];
