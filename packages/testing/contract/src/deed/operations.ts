import type { Operation } from '@ducat/core';
import type { LedgerEntry } from '../harness/ledger.ts';
import type { Need } from '../need.ts';
import { taking } from '../need.ts';

/** What the contract has to know of an operation to try it. */
export interface OperationFacts {
  readonly operation: Operation;
  /** With its article, for the names of promises. */
  readonly noun: string;
  /** The ports that are needed to get there. */
  readonly ports: readonly Need[];
  /** What the bank writes for it, once. */
  readonly movements: readonly LedgerEntry['kind'][];
}

const charged = ['charge', 'capture'] as const;

/** Every operation that may move money. */
export const operations: readonly OperationFacts[] = [
  { operation: 'tokenize', noun: 'a tokenization', ports: ['tokenize'], movements: charged },
  { operation: 'charge', noun: 'a charge', ports: ['charge'], movements: charged },
  { operation: 'authorize', noun: 'an authorization', ports: ['authorize'], movements: ['authorize'] },
  { operation: 'capture', noun: 'a capture', ports: ['authorize', 'capture'], movements: ['capture'] },
  { operation: 'void', noun: 'a void', ports: ['authorize', 'void'], movements: ['void'] },
  { operation: 'refund', noun: 'a refund', ports: [taking, 'refund'], movements: ['refund'] },
  { operation: 'payout', noun: 'a payout', ports: ['payout'], movements: ['payout'] },
];

/** The operations that are about a card, so that the card decides what becomes of them. */
export const cardOperations: readonly OperationFacts[] = operations.filter(({ ports }) => ports.length === 1);
