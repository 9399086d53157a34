import type { Platform } from '../platform.ts';
import { sectionOf, textOf, textsOf } from '../requests/json-object.ts';
import { abandonedCode, approvedCode, orderExpiredCode } from './processing-codes.ts';
import { settle } from './settlement.ts';
import { isFinal } from './transaction.ts';
import type { Transaction, TransactionStatus } from './transaction.ts';

const statusesByLetter: Readonly<Record<string, TransactionStatus>> = {
  S: 'successful',
  F: 'failed',
  P: 'pending',
};

const statusOf = (code: string): TransactionStatus => statusesByLetter[code.charAt(0)] ?? 'pending';

function issueToken(platform: Platform, transaction: Transaction): void {
  const contracts = textsOf(sectionOf(transaction.request, 'additional_data'), 'contract');
  const { card } = transaction;
  if (card === undefined || transaction.token !== undefined || contracts.length === 0) return;
  transaction.token = platform.tokens.store(card, contracts).token;
}

/** Moves a transaction on. What is final stays; the merchant hears of the end once. */
export function conclude(
  platform: Platform,
  transaction: Transaction,
  code: string,
  status: TransactionStatus = statusOf(code),
): void {
  if (isFinal(transaction)) return;
  const now = platform.clock.now();
  if (status === 'successful') {
    settle(platform.bank, transaction);
    issueToken(platform, transaction);
    // The page's example of a successful tokenization leaves paid_at null.
    if (transaction.type !== 'tokenization' && transaction.type !== 'checkup') transaction.paidAt = now;
  }
  transaction.status = status;
  transaction.code = code;
  transaction.updatedAt = now;
  if (!isFinal(transaction)) return waitForEnd(platform, transaction);
  transaction.deadline?.cancel();
  platform.notify(transaction);
}

/**
 * PayCross docs, payment page: `expired` after expired_at. Without one a shopper who never comes back
 * fails the transaction after a time no page states.
 */
export function waitForEnd(platform: Platform, transaction: Transaction): void {
  const { clock, options } = platform;
  const expiry = textOf(transaction.request, 'expired_at');
  transaction.deadline?.cancel();
  if (expiry !== undefined) {
    transaction.deadline = clock.schedule(Date.parse(expiry) - clock.now(), () =>
      conclude(platform, transaction, orderExpiredCode, 'expired'),
    );
  } else if (transaction.status === 'incomplete') {
    transaction.deadline = clock.schedule(options.abandonedAfterMilliseconds, () =>
      conclude(platform, transaction, abandonedCode),
    );
  }
}

/** The code the transaction ends with once nothing but the acquirer stands in its way. */
export function acquirerCode(platform: Platform, transaction: Transaction): string {
  const ordered = platform.verdicts.next();
  if (ordered !== undefined) return ordered;
  if (transaction.test) {
    const expected = textOf(sectionOf(transaction.request, 'additional_data'), 'expected_bank_code');
    if (expected !== undefined) return expected;
  }
  if (transaction.card === undefined) return approvedCode;
  return platform.issuer.decide(transaction.card, transaction.test, platform.clock.now());
}
