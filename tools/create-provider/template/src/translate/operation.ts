import { statusTable } from '@ducat/adapter-kit';
import type { TransactionRecord } from '@ducat/core';

/** Template "Transactions": the `type` of a transaction. */
export const operationOfType: (type: string) => TransactionRecord['operation'] = statusTable<
  TransactionRecord['operation']
>(
  {
    charge: 'charge',
    authorization: 'authorize',
    capture: 'capture',
    void: 'void',
    refund: 'refund',
  },
  () => 'unmapped',
);
