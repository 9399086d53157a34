const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether the text is an absolute https URL without credentials; plain http only to this machine. */
export function isSecureUrl(text: string): boolean {
  const url = parse(text);
  return url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname)));
}

/** Whether the text is an absolute http or https URL without credentials, at most 2,048 characters. */
export function isWebUrl(text: string): boolean {
  const url = parse(text);
  return url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:');
}

// The parser mends what browsers and providers may read otherwise: spaces and line breaks, backslashes, `https:host`.
const plainUrl = /^https?:\/\/(?!\/)[^\s\\\p{Cc}]+$/iu;

function parse(text: string): URL | undefined {
  const url = text.length > 2048 || !plainUrl.test(text) ? null : URL.parse(text);
  return url !== null && url.username === '' && url.password === '' ? url : undefined;
}
