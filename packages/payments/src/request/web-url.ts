// The parser mends what browsers and providers may read otherwise: spaces and line breaks, backslashes, `https:host`.
const plainUrl = /^https?:\/\/(?!\/)[^\s\\\p{Cc}]+$/iu;

/** Whether the text is an absolute http or https URL without credentials, at most 2,048 characters. */
export function isWebUrl(text: string): boolean {
  if (text.length > 2048 || !plainUrl.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
