import type { ChallengeFacts } from '@ducat/adapter-kit';
import { isSecureUrl, writeChallenge } from '@ducat/adapter-kit';
import type { Action } from '@ducat/core';
import type { Transaction } from '../wire/transaction.ts';

export interface ChallengeStep {
  readonly action: Action;
  readonly continuation: string;
}

/**
 * PayCross "3-D Secure": an incomplete transaction sends the shopper to `redirect_url`. With 3-D Secure 1 and a term
 * URL of the merchant's own, the shopper goes to the ACS directly and the answer is relayed to `pa_res_url`.
 *
 * Successful transactions carry a `redirect_url` too, so that its presence says nothing.
 */
export function challengeStep(
  transaction: Transaction,
  known: Pick<ChallengeFacts, 'provider' | 'operation' | 'amount' | 'customerReference' | 'termUrl'>,
): ChallengeStep {
  const { three_d_secure_verification: verification, redirect_url: redirectUrl } = transaction;
  const { acs_url: acsUrl, pa_req: request, md, pa_res_url: relayTo } = verification ?? {};
  const { termUrl, ...facts } = known;
  const direct = termUrl !== undefined && typeof relayTo === 'string' && typeof request === 'string' && isUrl(acsUrl);
  const continuation = writeChallenge({
    ...facts,
    providerReference: transaction.uid,
    reference: transaction.tracking_id ?? undefined,
    testMode: transaction.test ?? undefined,
    ...(direct ? { termUrl, relayTo } : {}),
  });
  if (direct) {
    const fields = { PaReq: request, ...(typeof md === 'string' ? { MD: md } : {}), TermUrl: termUrl };
    return { action: { kind: 'form_post', url: acsUrl, fields }, continuation };
  }
  const action: Action = isUrl(redirectUrl) ? { kind: 'redirect', url: redirectUrl } : { kind: 'wait' };
  return { action, continuation };
}

function isUrl(value: unknown): value is string {
  return typeof value === 'string' && isSecureUrl(value);
}
