import type { ScheduledTask } from '@ducat/simulator';

import type { Card } from '../cards/card.ts';
import type { JsonObject } from '../requests/json-object.ts';
import type { Verification } from '../challenge/verification.ts';

export type TransactionType =
  | 'payment'
  | 'authorization'
  | 'capture'
  | 'void'
  | 'refund'
  | 'credit'
  | 'payout'
  | 'tokenization'
  | 'checkup';

export type TransactionStatus = 'successful' | 'failed' | 'incomplete' | 'pending' | 'expired';

export type ApiVersion = 2 | 3;

export interface TransactionDraft {
  readonly type: TransactionType;
  readonly amount: bigint;
  readonly currency: string;
  readonly test: boolean;
  /** As it came, so that the answer can echo it. */
  readonly request: JsonObject;
  readonly unknownFields: readonly string[];
  readonly apiVersion: ApiVersion;
  readonly parent: Transaction | undefined;
  readonly card: Card | undefined;
  /** The token that pays; a new one only exists after success. */
  readonly token: string | undefined;
  readonly verification: Verification | undefined;
}

export interface Transaction extends Readonly<Omit<TransactionDraft, 'token'>> {
  readonly uid: string;
  readonly createdAt: number;
  /** Zero-padded running number that acquirers give. */
  readonly reference: string;
  readonly authorizationCode: string;
  status: TransactionStatus;
  code: string;
  updatedAt: number;
  paidAt: number | undefined;
  token: string | undefined;
  bankPayment: string | undefined;
  captured: bigint;
  voided: bigint;
  refunded: bigint;
  deadline: ScheduledTask | undefined;
}

const childTypes: ReadonlySet<TransactionType> = new Set(['capture', 'void', 'refund']);

export const isChild = (type: TransactionType): boolean => childTypes.has(type);

export function isFinal({ status }: Transaction): boolean {
  return status === 'successful' || status === 'failed' || status === 'expired';
}
