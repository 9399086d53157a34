// The parser mends what browsers and providers may read otherwise: spaces and line breaks, backslashes, `https:host`.
const plainUrl = /^https?:\/\/(?!\/)[^\s\\\p{Cc}]+$/iu;

/** Whether the text is an absolute http or https URL without credentials, at most 2,048 characters. */
export function isWebUrl(text: string): boolean {
  const url = text.length > 2048 || !plainUrl.test(text) ? null : URL.parse(text);
  if (url === null) return false;
  const { protocol, username, password } = url;
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
