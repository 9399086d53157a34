import type { OperationResult } from '@ducat/payments';
import type { LinkTarget } from '../link/links.ts';
import { resultLocation } from '../link/result-url.ts';
import type { Settings } from '../options.ts';
import { problemPage, seeOther } from '../page/respond.ts';
import type { UrlBook } from '../link/urls.ts';
import { readSafeUrl } from '../safe-url.ts';
import { formPage, waitPage } from './challenge-page.ts';

/** Sends the shopper to the bank, if the payment waits for that, and to the result page if it does not any more. */
export function showChallenge(
  settings: Settings,
  urls: UrlBook,
  request: Request,
  link: LinkTarget,
  result: OperationResult,
): Response {
  const { payment, resultUrl } = link;
  if (result.status !== 'action_required') return seeOther(resultLocation(payment, resultUrl, settings));
  const { action } = result;
  const texts = settings.texts(request);
  if (action.kind === 'wait') {
    settings.report({ type: 'challenge_shown', payment, action: 'wait' });
    return waitPage(urls.page('return', link), texts, settings);
  }
  const target = readSafeUrl(action.url, settings);
  if (target === undefined) {
    const reason = 'the provider named an address that is not a plain https URL';
    settings.report({ type: 'challenge_refused', payment, reason });
    return problemPage(500, texts, texts.reload, settings.frameAncestors);
  }
  settings.report({ type: 'challenge_shown', payment, action: action.kind });
  return action.kind === 'redirect' ? seeOther(target.href) : formPage(action, target, texts, settings);
}
