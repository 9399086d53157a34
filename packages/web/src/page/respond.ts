import type { PageTexts } from '../page-texts.ts';
import type { Markup } from './html.ts';
import { html } from './html.ts';

/** What every answer says, whatever it is. */
const everywhere = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** What a page may do in the browser. */
export interface PagePolicy {
  /** Who may show it in a frame: sources of a content security policy. */
  readonly frameAncestors: readonly string[];
  /** Where its form may go. */
  readonly formAction?: readonly string[];
  /** Of its only script. */
  readonly nonce?: string;
}

/** An answer without a body, which tells whoever asked no more than its status. */
export function plainResponse(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers: { ...everywhere, ...headers } });
}

/** See Other: whatever the method was, the browser goes on with GET, and brings nothing along. */
export function seeOther(location: string): Response {
  return plainResponse(303, { location });
}

/** The method is none of these. */
export function wrongMethod(...allowed: readonly string[]): Response {
  return plainResponse(405, { allow: allowed.join(', ') });
}

/** A page in the given words. */
export function pageResponse(
  status: number,
  { language }: PageTexts,
  heading: string,
  content: Markup,
  policy: PagePolicy,
): Response {
  const { markup } = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${heading}</title>
      </head>
      <body>
        <main>
          <h1>${heading}</h1>
          ${content}
        </main>
      </body>
    </html> `;
  const headers = {
    ...everywhere,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyOf(policy),
  };
  return new Response(markup, { status, headers });
}

/** Says in a page what went wrong for the shopper, and nothing of why. */
export function problemPage(
  status: number,
  texts: PageTexts,
  text: string,
  frameAncestors: readonly string[],
): Response {
  return pageResponse(status, texts, texts.problem, html`<p role="alert">${text}</p>`, { frameAncestors });
}

function policyOf({ frameAncestors, formAction = [], nonce }: PagePolicy): string {
  const sources = (given: readonly string[]): string => (given.length === 0 ? "'none'" : given.join(' '));
  return [
    "default-src 'none'",
    ...(nonce === undefined ? [] : [`script-src 'nonce-${nonce}'`]),
    "base-uri 'none'",
    `form-action ${sources(formAction)}`,
    `frame-ancestors ${sources(frameAncestors)}`,
  ].join('; ');
}
