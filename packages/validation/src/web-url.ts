const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

// The parser mends what browsers and providers may read otherwise: spaces and line breaks, backslashes, `https:host`.
// Credentials stand before an @, and before the path.
const plainUrl = /^https?:\/\/[^\s\\\p{Cc}@/?#]+(?:[/?#][^\s\\\p{Cc}]*)?$/iu;

const longestUrl = 2048;

/** The URL, if it is absolute, http or https, without credentials, and read alike by everybody. */
export function readWebUrl(text: string, longest: number = longestUrl): URL | undefined {
  return isPlain(text, longest) ? (URL.parse(text) ?? undefined) : undefined;
}

/** Whether the text is an absolute http or https URL without credentials, at most 2,048 characters. */
export function isWebUrl(text: string): boolean {
  return isPlain(text, longestUrl) && URL.canParse(text);
}

/** Whether the text is an absolute https URL without credentials; plain http only to this machine. */
export function isSecureUrl(text: string): boolean {
  const url = readWebUrl(text);
  return url !== undefined && (url.protocol === 'https:' || isLoopback(url));
}

/** Whether it leads to this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return loopback.has(hostname);
}

function isPlain(text: string, longest: number): boolean {
  return text.length <= longest && plainUrl.test(text);
}
