import { statusTable } from '@ducat/adapter-kit';
import type { TransactionRecord } from '@ducat/core';

/** PayCross "Transactions": the `type` of a transaction. `credit` is the older name of a payout by token. */
export const operationOfType: (type: string) => TransactionRecord['operation'] = statusTable<
  TransactionRecord['operation']
>(
  {
    tokenization: 'tokenize',
    payment: 'charge',
    charge: 'charge',
    authorization: 'authorize',
    capture: 'capture',
    void: 'void',
    refund: 'refund',
    payout: 'payout',
    credit: 'payout',
  },
  () => 'unmapped',
);
