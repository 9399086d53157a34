import type { PaymentDetails } from '@ducat/core';
import { invalidRequest } from '@ducat/core';
import type { PageName } from '../event.ts';
import type { Settings } from '../options.ts';
import type { LinkTarget } from './links.ts';
import { readResultUrl } from './result-url.ts';

/** The addresses of one payment. */
export interface PaymentLinks {
  /** Belongs into the request: `payments.charge({ ...order, ...links.request }, { key })`. */
  readonly request: Required<Pick<PaymentDetails, 'returnUrl' | 'webhookUrl' | 'threeDSecure'>>;
  /** Where to send the shopper, or a frame, when the result is `action_required`. */
  readonly challengeUrl: string;
}

/** Writes the addresses of the handlers. */
export interface UrlBook {
  /** For every request. The engine puts the id of the provider that it asks in the place of `{provider}`. */
  readonly webhookUrl: string;
  page(page: PageName, link: LinkTarget): string;
  /** @throws DucatError `invalid_request` when the payment cannot be one, or the result page is not on the list. */
  linksOf(payment: string, resultUrl: string | undefined): PaymentLinks;
}

/** What is longer does not fit into a link. */
const longestResultUrl = 512;

export function createUrlBook(settings: Settings): UrlBook {
  const { baseUrl, links } = settings;
  const webhookUrl = `${baseUrl}/webhooks/{provider}`;
  const page = (name: PageName, link: LinkTarget): string => `${baseUrl}/${name}/${links.write(name, link)}`;
  return {
    webhookUrl,
    page,
    linksOf(payment, resultUrl) {
      if (!/^[A-Za-z0-9_-]{1,40}$/.test(payment) || payment.includes('--')) {
        throw invalidRequest('payment', 'must be the key under which the payment is begun');
      }
      if (resultUrl !== undefined) requireResultUrl(resultUrl, settings);
      const link = resultUrl === undefined ? { payment } : { payment, resultUrl };
      const request = { returnUrl: page('return', link), webhookUrl, threeDSecure: { termUrl: page('term', link) } };
      return { request, challengeUrl: page('challenge', link) };
    },
  };
}

function requireResultUrl(resultUrl: string, settings: Settings): void {
  if (resultUrl.length > longestResultUrl) {
    throw invalidRequest('resultUrl', `must be at most ${longestResultUrl} characters`);
  }
  if (readResultUrl(resultUrl, settings) === undefined) {
    throw invalidRequest('resultUrl', 'must be an https URL on one of resultOrigins');
  }
}
