import type { ChallengeAnswer } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { OperationResult } from '@ducat/payments';
import { describeError } from '../describe-error.ts';
import type { LinkTarget } from '../link/links.ts';
import { resultLocation } from '../link/result-url.ts';
import type { Settings } from '../options.ts';
import { seeOther } from '../page/respond.ts';

/** Statuses that nothing changes any more. */
const final: ReadonlySet<OperationResult['status']> = new Set(['approved', 'declined', 'not_sent'] as const);

/**
 * Goes on with the payment and sends the shopper to the result page. The provider is asked how it stands; that the
 * shopper came is all that is taken from the browser, and an answer of the bank is handed on unread.
 */
export async function comeBack(
  settings: Settings,
  link: LinkTarget,
  before: OperationResult,
  answer: ChallengeAnswer | undefined,
): Promise<Response> {
  const { payment, resultUrl } = link;
  const { status } = final.has(before.status) ? before : await resume(settings, before, answer);
  settings.report({ type: 'shopper_returned', payment, status });
  return seeOther(resultLocation(payment, resultUrl, settings));
}

async function resume(
  settings: Settings,
  open: OperationResult,
  answer: ChallengeAnswer | undefined,
): Promise<OperationResult> {
  const continuation = open.status === 'action_required' ? open.continuation : open.attempts.at(-1)?.reference;
  if (continuation === undefined) return open;
  try {
    return await settings.payments.resume({ continuation, ...(answer === undefined ? {} : { answer }) });
  } catch (thrown) {
    // Nothing was sent. An answer that the provider did not ask for is none; a payment may wait for no shopper.
    if (!DucatError.is(thrown) || thrown.code !== 'invalid_request') throw thrown;
    if (answer === undefined) return open;
    const { payment } = open;
    const reason = 'the provider asked for no answer';
    settings.report({ type: 'answer_ignored', payment, reason, error: describeError(thrown) });
    return await resume(settings, open, undefined);
  }
}
