import type { Verification } from '../challenge/verification.ts';
import type { Platform } from '../platform.ts';
import type { JsonObject } from '../requests/json-object.ts';
import type { Transaction } from '../transactions/transaction.ts';

const messages: Readonly<Record<string, string>> = {
  incomplete: 'Authentication Available',
  successful: 'Authentication Successful',
};

/** An attempted authentication (A) carries the lower indicator of each scheme. */
function commerceIndicator(transaction: Transaction, attempted: boolean): string {
  const isVisa = transaction.card?.number.startsWith('4') ?? true;
  if (isVisa) return attempted ? '06' : '05';
  return attempted ? '01' : '02';
}

function results(transaction: Transaction, verification: Verification): JsonObject {
  const { authentication, transactionIdentifier, authenticationValue, directoryServerIdentifier } = verification;
  const isDone = transaction.status === 'successful';
  const isTwo = authentication.version === 2;
  const whenDone = (value: string): string | null => (isDone ? value : null);
  return {
    eci: whenDone(commerceIndicator(transaction, authentication.result === 'A')),
    pa_status: transaction.status === 'incomplete' ? null : paStatus(transaction, verification),
    xid: whenDone(transactionIdentifier),
    cavv: whenDone(authenticationValue),
    cavv_algorithm: whenDone('2'),
    creq: isTwo ? whenDone(Buffer.from(directoryServerIdentifier).toString('base64url')) : null,
    ds_transaction_id: isTwo ? whenDone(directoryServerIdentifier) : null,
    fail_reason: transaction.status === 'failed' ? 'Authentication Failed' : null,
  };
}

function paStatus({ status }: Transaction, { authentication }: Verification): string {
  if (status === 'successful' || authentication.flow === 'rejected') return authentication.result;
  return 'N';
}

/** The platform's FAQ: the status here is always that of the transaction. */
export function threeDSecureBody(platform: Platform, transaction: Transaction, verification: Verification): JsonObject {
  const { addresses, seal } = platform;
  const { uid, status } = transaction;
  const isIncomplete = status === 'incomplete';
  const { onAccessServer, authentication, merchantData } = verification;
  return {
    status,
    message: messages[status] ?? 'Authentication Failed',
    ve_status: 'Y',
    acs_url: onAccessServer ? addresses.accessServer() : null,
    pa_req: onAccessServer
      ? seal.close({ paymentRequest: uid, amount: `${transaction.amount} ${transaction.currency}` })
      : null,
    md: onAccessServer ? merchantData : null,
    pa_res_url: onAccessServer ? addresses.relay(uid) : addresses.processPage(uid),
    method_process_url: isIncomplete && authentication.version === 2 ? addresses.methodProcess(uid) : null,
    ...results(transaction, verification),
  };
}
