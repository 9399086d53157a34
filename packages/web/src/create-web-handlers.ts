import { answerPage } from './challenge/pages.ts';
import type { PaymentLinks } from './link/urls.ts';
import { createUrlBook } from './link/urls.ts';
import type { WebhookOptions, WebOptions } from './options.ts';
import { readWebhookOptions, readWebOptions } from './options.ts';
import { plainResponse } from './page/respond.ts';
import { takeWebhook } from './webhook/webhook-handler.ts';

/** Web-standard handlers. None of them rejects, and each may be taken off the object. */
export interface WebHandlers {
  /**
   * All of them under one path: `<base>/webhooks/<provider id>`, `/challenge/<link>`, `/return/<link>` and `/term/<link>`.
   * Whatever else is asked for is answered 404.
   */
  readonly handle: (request: Request) => Promise<Response>;
  /**
   * Takes a webhook of the provider. 200 only after it is stored; 400 and 404 without a reason for what is not the
   * provider's, 413 and 408 for bodies without an end; 500 and 503 for what it is to send again. Needs the raw body.
   */
  readonly webhookHandler: (request: Request, provider: string) => Promise<Response>;
  /** Sends the shopper to the bank: by a form that submits itself, or by a redirect. `link` is the end of `challengeUrl`. */
  readonly challengePage: (request: Request, link: string) => Promise<Response>;
  /**
   * Takes the shopper back from the bank or the provider, goes on with the payment, and redirects to the result page.
   * `by` says which of the two addresses was called: only what comes to `term` is relayed.
   */
  readonly challengeReturn: (request: Request, link: string, by: 'return' | 'term') => Promise<Response>;
  /**
   * The addresses of a payment, for its request and for its shopper.
   * @throws DucatError `invalid_request` when the payment's key cannot be one, or `resultUrl` is not on an allowed origin.
   */
  readonly links: (payment: string, options?: { readonly resultUrl?: string | undefined }) => PaymentLinks;
  /** For requests that have no shopper: payouts, and charges by the merchant. */
  readonly webhookUrl: string;
}

/**
 * The handlers that a shop needs, over an engine: webhooks, the challenge page, and the way back from it.
 * @throws DucatError `invalid_options` that lists every wrong option.
 */
export function createWebHandlers(options: WebOptions): WebHandlers {
  const settings = readWebOptions(options);
  const urls = createUrlBook(settings);
  const base = `${new URL(settings.baseUrl).pathname.replace(/\/+$/, '')}/`;

  const webhookHandler: WebHandlers['webhookHandler'] = (request, provider) => takeWebhook(settings, request, provider);

  async function handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const [name, last, ...more] = pathname.startsWith(base) ? pathname.slice(base.length).split('/') : [];
    if (last === undefined || last === '' || more.length > 0) return plainResponse(404);
    if (name === 'webhooks') return await webhookHandler(request, decoded(last));
    if (name === 'challenge' || name === 'return' || name === 'term') {
      return await answerPage(settings, urls, name, request, last);
    }
    return plainResponse(404);
  }

  return {
    handle,
    webhookHandler,
    challengePage: (request, link) => answerPage(settings, urls, 'challenge', request, link),
    challengeReturn: (request, link, by) => answerPage(settings, urls, by, request, link),
    links: (payment, { resultUrl } = {}) => urls.linksOf(payment, resultUrl),
    webhookUrl: urls.webhookUrl,
  };
}

/**
 * Only the webhooks, for those who have no shopper's browser to do with.
 * @throws DucatError `invalid_options` that lists every wrong option.
 */
export function createWebhookHandler(options: WebhookOptions): WebHandlers['webhookHandler'] {
  const settings = readWebhookOptions(options);
  return (request, provider) => takeWebhook(settings, request, provider);
}

/** A provider's id may have any sign in it. What is no encoding is no provider. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
