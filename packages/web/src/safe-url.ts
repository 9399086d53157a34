const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

// The parser mends what browsers and providers may read otherwise: spaces and line breaks, backslashes, `https:host`.
const plainUrl = /^https?:\/\/(?!\/)[^\s\\\p{Cc}]+$/iu;

// The parser lets `;`, `,`, `'` and `*` stand in a host, and there they would be read as a policy of their own.
const plainHost = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])$/;

const longest = 8192;

/** Which URLs a browser may be sent to. */
export interface UrlRules {
  /** Plain http to this machine too. */
  readonly allowLoopback: boolean;
}

/** The URL, if it is absolute, https, without credentials, and read alike by everybody. */
export function readSafeUrl(text: unknown, { allowLoopback }: UrlRules): URL | undefined {
  if (typeof text !== 'string' || text.length > longest || !plainUrl.test(text) || !URL.canParse(text))
    return undefined;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || !plainHost.test(url.hostname)) return undefined;
  if (url.protocol === 'https:') return url;
  return allowLoopback && url.protocol === 'http:' && loopback.has(url.hostname) ? url : undefined;
}

/** Whether the text is exactly the origin of such a URL: `https://shop.example`. */
export function isSafeOrigin(text: unknown, rules: UrlRules): boolean {
  return readSafeUrl(text, rules)?.origin === text;
}
