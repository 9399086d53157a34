import type { BankEntry } from '@ducat/simulator';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import type { ProviderName } from '../src/town/provider-town.ts';
import type { Storefront } from '../src/storefront.ts';
import { openStorefront } from '../src/storefront.ts';
import { launchBrowser } from './browser.ts';
import type { Visit } from './visit.ts';

/** Sizes of windows that everything has to work in. */
const sizes = { 'at a desk': { width: 1280, height: 900 }, 'on a phone': { width: 390, height: 844 } } as const;

type Size = (typeof sizes)[keyof typeof sizes];

/** A shop and a browser for the tests of one file. */
export interface World {
  readonly shop: Storefront;
  /** Every answer with text that any browser got, with its path. */
  readonly answers: readonly { readonly path: string; readonly text: string }[];
  /** Lines that the shop has logged. */
  readonly logged: readonly string[];
  visit(viewport?: Size): Promise<Visit>;
  /** Does the same at every size, side by side. */
  everySize(play: (visit: Visit) => Promise<void>, more?: BrowserContextOptions): Promise<void>;
  /** What the bank has about an order. */
  entries(provider: ProviderName, order: string): readonly BankEntry[];
}

/** Opens both before the tests, puts the switches back after each, and counts what page policies blocked. */
export function useWorld(): () => World {
  vi.setConfig({ testTimeout: 60_000 });
  const logged: string[] = [];
  const answers: { path: string; text: string }[] = [];
  const visits: Visit[] = [];
  let shop: Storefront | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    const line = (details: object, message: string): void => void logged.push(`${message} ${JSON.stringify(details)}`);
    const logger = { debug: line, info: line, warn: line, error: line };
    browser = await launchBrowser();
    shop = await openStorefront({ port: 0, logger });
  }, 60_000);

  afterEach(async () => {
    const violations = visits.flatMap((visit) => visit.violations);
    await Promise.all(visits.splice(0).map(({ context }) => context.close()));
    for (const { turn } of shop?.town.providers ?? []) await turn('well');
    expect(violations).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });

  return () => {
    if (shop === undefined || browser === undefined) throw new Error('the shop is not open yet');
    const { origin, town } = shop;
    const opened = browser;
    const visit = async (viewport: Size = sizes['at a desk'], more?: BrowserContextOptions): Promise<Visit> => {
      const context = await opened.newContext({ viewport, baseURL: origin, ...more });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      keepAnswers(page, origin, answers);
      const begun = { page, context, violations: watchPolicies(page) };
      visits.push(begun);
      return begun;
    };
    return {
      shop,
      answers,
      logged,
      visit,
      async everySize(play, more) {
        const played = Object.entries(sizes).map(async ([name, size]) => {
          const begun = await visit(size, more);
          await play(begun).catch((error: Error) => {
            error.message = `${name}: ${error.message}`;
            throw error;
          });
        });
        const [failed] = (await Promise.allSettled(played)).filter(({ status }) => status === 'rejected');
        if (failed?.status === 'rejected') throw failed.reason;
      },
      entries: (provider, order) => {
        const { bank } = town.providers.find(({ name }) => name === provider) ?? {};
        return bank?.entries.filter(({ reference }) => /^(.*)-\d+$/.exec(reference)?.[1] === order) ?? [];
      },
    };
  };
}

function keepAnswers(page: Page, origin: string, answers: { path: string; text: string }[]): void {
  page.on('response', (response) => {
    const { pathname: path } = new URL(response.url());
    const isRedirect = response.status() >= 300 && response.status() < 400;
    // Redirects have no body, and the live story has no end.
    if (isRedirect || path === '/happened' || !response.url().startsWith(origin)) return;
    response.text().then(
      (text) => answers.push({ path, text }),
      () => undefined,
    );
  });
}

/** Chromium tells in the console what any frame of the page was not allowed to do; the page's reports are the shop's. */
function watchPolicies(page: Page): string[] {
  const violations: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (/content security policy|trusted type/i.test(text)) violations.push(text);
  });
  page.on('request', (request) => {
    if (request.url().endsWith('/csp-reports')) violations.push(`reported: ${request.postData() ?? ''}`);
  });
  page.on('pageerror', (error) => violations.push(`a script failed: ${error.message}`));
  return violations;
}
