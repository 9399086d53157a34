import { isLoopback, readWebUrl } from '@ducat/validation';

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
  const url = typeof text === 'string' ? readWebUrl(text, longest) : undefined;
  if (url === undefined || !plainHost.test(url.hostname)) return undefined;
  return url.protocol === 'https:' || (allowLoopback && isLoopback(url)) ? url : undefined;
}

/** Whether the text is exactly the origin of such a URL: `https://shop.example`. */
export function isSafeOrigin(text: unknown, rules: UrlRules): boolean {
  return readSafeUrl(text, rules)?.origin === text;
}
