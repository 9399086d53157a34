import type { ChallengeAnswer } from '@ducat/core';

/** The request of a bank's page, or why it is none. */
export type AnswerRead = { readonly answer: ChallengeAnswer } | { readonly reason: string };

/**
 * Whether this is what an access control server sends: `PaRes` and `MD` of 3-D Secure 1, or `cres` of 3-D Secure 2, each
 * once. What it says is looked at by nobody here, and it is relayed as it came: the provider compares it letter by letter.
 */
export function readAnswer(method: 'GET' | 'POST', encoded: string): AnswerRead {
  // Encoded text is plain ASCII in every charset that a form may name.
  if (!/^[!-~]*$/.test(encoded)) return { reason: 'it is not an encoded form' };
  const fields = new URLSearchParams(encoded);
  const [paRes, md, cres] = ['PaRes', 'MD', 'cres'].map((name) => fields.getAll(name));
  if (paRes === undefined || md === undefined || cres === undefined) return { reason: 'it has no fields' };
  if (paRes.length + cres.length === 0) return { reason: 'it has neither PaRes nor cres' };
  if (paRes.length + cres.length > 1 || md.length > 1) return { reason: 'it has a field more than once' };
  if (paRes.length === 1 && md.length === 0) return { reason: 'it has PaRes without MD' };
  if (!isBase64(paRes[0] ?? cres[0] ?? '')) return { reason: 'it is not base64' };
  return { answer: method === 'GET' ? { method, query: encoded } : { method, body: encoded } };
}

/** Of either alphabet, padded or not; some servers wrap the lines of a PaRes, and a careless `+` arrives as a space. */
function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/_\s-]+={0,2}\s*$/.test(text);
}

/** Whether the content type is that of a form. Its charset makes no difference. */
export function isForm(contentType: string | null): boolean {
  return /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType?.trim() ?? '');
}
