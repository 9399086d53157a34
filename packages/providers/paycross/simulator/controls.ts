import type { Faults, Rewrite } from './gateway/faults.ts';
import type { Platform, Verdicts } from './platform.ts';
import { exactAmount } from './responses/sections.ts';
import { conclude } from './transactions/lifecycle.ts';
import type { Transaction } from './transactions/transaction.ts';
import { createSigningKey, generatePrivateKey } from './webhooks/signing-key.ts';
import type { Notifier } from './webhooks/notifier.ts';

/** What a test may order. Each order is for one call and is then used up. */
export interface PayCrossControls {
  /** The next acquirer decision ends with this processing code: S., F. or, for `pending`, P. */
  decideNext(code: string): void;
  /** The next API call acts, and its answer is lost. */
  loseNextResponse(): void;
  /** The next API call does not act and is answered with this HTTP status. */
  refuseNext(status: number): void;
  /** The next answer that shows a transaction shows it changed; what is stored stays true. */
  rewriteNext(rewrite: Rewrite): void;
  answerStatusNext(status: string): void;
  answerAmountNext(amount: bigint): void;
  /** Ends a transaction that is incomplete or pending. */
  finish(uid: string, code: string): void;
  /** Sends a webhook about the transaction as it stands, changed or forged if asked. */
  notify(uid: string, changes?: { readonly rewrite?: Rewrite; readonly forged?: boolean }): void;
}

export interface OrderedVerdicts extends Verdicts {
  order(code: string): void;
}

export function createVerdicts(): OrderedVerdicts {
  const codes: string[] = [];
  return {
    order(code) {
      if (!/^[SFP]\.\d{4}$/.test(code)) throw new TypeError(`Not a processing code: ${code}`);
      codes.push(code);
    },
    next: () => codes.shift(),
  };
}

export function createControls(
  platform: Platform,
  verdicts: OrderedVerdicts,
  faults: Faults,
  notifier: Notifier,
): PayCrossControls {
  const known = (uid: string): Transaction => {
    const transaction = platform.register.find(uid);
    if (transaction === undefined) throw new Error(`There is no transaction ${uid}`);
    return transaction;
  };

  return {
    decideNext: (code) => verdicts.order(code),
    loseNextResponse: () => faults.loseNext(),
    refuseNext: (status) => faults.refuseNext(status),
    rewriteNext: (rewrite) => faults.rewriteNext(rewrite),
    answerStatusNext: (status) => faults.rewriteNext((fields) => ({ ...fields, status })),
    answerAmountNext: (amount) => faults.rewriteNext((fields) => ({ ...fields, amount: exactAmount(amount) })),
    finish: (uid, code) => conclude(platform, known(uid), code),
    notify(uid, { rewrite, forged = false } = {}) {
      notifier.notify(platform, known(uid), {
        ...(rewrite === undefined ? {} : { rewrite }),
        ...(forged ? { forgedWith: createSigningKey(generatePrivateKey()) } : {}),
      });
    },
  };
}
