import type { Payments } from '@ducat/payments';
import { given, readConfigured } from '@ducat/validation';
import type { TakeEvent, WebEvent } from './event.ts';
import type { LinkBook } from './link/links.ts';
import { createLinkBook } from './link/links.ts';
import type { ResultRules } from './link/result-url.ts';
import type { PageTexts } from './page-texts.ts';
import { englishTexts } from './page-texts.ts';
import { checkWebhookOptions, checkWebOptions } from './options-check.ts';
import type { BodyLimits } from './request/read-body.ts';
import type { WebhookSettings } from './webhook/webhook-handler.ts';

/** How much is read, and how long it is waited for. */
export interface HandlerLimits {
  /** The body of a webhook at most. Default 1 MiB. */
  readonly webhookBytes: number;
  /** What a bank's page posts at most. Default, and the most that a provider is given, 64 KiB. */
  readonly answerBytes: number;
  /** A whole body. Default 10,000. */
  readonly bodyMilliseconds: number;
}

/** What taking webhooks needs. */
export interface WebhookOptions {
  readonly payments: Pick<Payments, 'receive'>;
  /** Told what happens, with the reasons that are told to nobody who sends requests. Default: nobody. */
  readonly onEvent?: ((event: WebEvent) => void | Promise<void>) | undefined;
  readonly limits?: Partial<HandlerLimits> | undefined;
}

export interface WebOptions extends WebhookOptions {
  readonly payments: Pick<Payments, 'receive' | 'get' | 'resume'>;
  /**
   * Where the handlers are mounted, as the world sees it: `https://shop.example/payments`. No query, and at most 180
   * characters, because some banks take no return address of more than 256.
   */
  readonly baseUrl: string;
  /**
   * Keys that sign the links, the same in every process: at least one, of at least 32 characters. The first signs, all are
   * accepted; keep an old one for as long as payments begun with it may be under way.
   */
  readonly linkKeys: readonly [string, ...string[]];
  /** The page that every shopper comes to at the end, whatever the result. It gets `?payment=` and asks `payments.get`. */
  readonly resultUrl: string;
  /** Further origins to which single payments may send their shoppers: `links(payment, { resultUrl })`. */
  readonly resultOrigins?: readonly string[] | undefined;
  /** Who may show the pages in a frame: `'self'`, or origins. Default: nobody. */
  readonly frameAncestors?: readonly string[] | undefined;
  /**
   * Some banks answer the form with a redirect to another of their origins, which some browsers check against the page's
   * policy. Origins to be allowed besides that of the form.
   */
  readonly formActions?: readonly string[] | undefined;
  /** What the pages say, the same for all or chosen by the request. What is left out stays English. */
  readonly texts?: Partial<PageTexts> | ((request: Request) => Partial<PageTexts>) | undefined;
  /** For tests: http to this machine counts as https. */
  readonly allowLoopback?: boolean | undefined;
}

/** The options, checked and with their defaults. */
export interface Settings extends WebhookSettings, ResultRules {
  readonly payments: Pick<Payments, 'receive' | 'get' | 'resume'>;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly links: LinkBook;
  /** Sources of a content security policy. */
  readonly frameAncestors: readonly string[];
  readonly formActions: readonly string[];
  readonly answerBody: BodyLimits;
  readonly texts: (request: Request) => PageTexts;
}

const defaultLimits: HandlerLimits = { webhookBytes: 1_048_576, answerBytes: 65_536, bodyMilliseconds: 10_000 };

/** @throws DucatError `invalid_options` that lists every wrong option. */
export function readWebhookOptions(options: WebhookOptions): WebhookSettings {
  return readConfigured('options', () => {
    checkWebhookOptions(options);
    return webhookSettings(options);
  });
}

/** @throws DucatError `invalid_options` that lists every wrong option. */
export function readWebOptions(options: WebOptions): Settings {
  return readConfigured('options', () => {
    checkWebOptions(options);
    return webSettings(options);
  });
}

function webSettings(options: WebOptions): Settings {
  const { payments, baseUrl, linkKeys, resultUrl, allowLoopback = false } = options;
  const { answerBytes, bodyMilliseconds } = limitsOf(options);
  return {
    ...webhookSettings(options),
    payments,
    baseUrl: new URL(baseUrl).href.replace(/\/+$/, ''),
    links: createLinkBook([...linkKeys]),
    resultUrl,
    resultOrigins: new Set([new URL(resultUrl).origin, ...(options.resultOrigins ?? [])]),
    frameAncestors: (options.frameAncestors ?? []).map((each) => (each === 'self' ? "'self'" : each)),
    formActions: options.formActions ?? [],
    answerBody: { bytes: answerBytes, milliseconds: bodyMilliseconds },
    allowLoopback,
    texts: textsOf(options.texts),
  };
}

function webhookSettings(options: WebhookOptions): WebhookSettings {
  const { webhookBytes, bodyMilliseconds } = limitsOf(options);
  return {
    payments: options.payments,
    report: reportTo(options.onEvent),
    webhookBody: { bytes: webhookBytes, milliseconds: bodyMilliseconds },
  };
}

function limitsOf({ limits }: WebhookOptions): HandlerLimits {
  return { ...defaultLimits, ...given(limits) };
}

function reportTo(onEvent: WebhookOptions['onEvent']): TakeEvent {
  return (event) => {
    try {
      // It may be asynchronous, and a rejection that nobody handles ends the process.
      Promise.resolve(onEvent?.(event)).catch(() => undefined);
    } catch {
      // A log that fails must not cost a webhook.
    }
  };
}

function textsOf(texts: WebOptions['texts']): (request: Request) => PageTexts {
  return (request) => {
    try {
      return { ...englishTexts, ...given(typeof texts === 'function' ? texts(request) : texts) };
    } catch {
      // Words in the wrong language are better than a payment that cannot go on.
      return englishTexts;
    }
  };
}
