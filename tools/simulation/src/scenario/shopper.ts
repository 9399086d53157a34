import type { ActionRequired, ChallengeAnswer } from '@ducat/core';
import type { Random, Send } from '@ducat/simulator';
import { browse, text } from '@ducat/simulator';

/** How a challenge ended for the shopper's browser. */
export type Walk = { readonly kind: 'returned'; readonly answer?: ChallengeAnswer } | { readonly kind: 'stopped' };

const isMerchant = (url: string): boolean => url.startsWith('https://shop.test/');

/** Goes where the action leads, does what the pages ask for, and comes back to the merchant. */
export async function walk(action: ActionRequired['action'], send: Send, random: Random): Promise<Walk> {
  if (action.kind === 'wait') return { kind: 'stopped' };
  const start =
    action.kind === 'redirect'
      ? { url: action.url }
      : { url: action.url, fields: action.fields, method: 'POST' as const };
  const decision = random.integer(10) === 0 ? 'refuse' : 'approve';
  try {
    const answers = { answer: decision, decision };
    const { url, method, body } = await browse(start, { answers, isMerchant, send });
    if (!url.includes('/term')) return { kind: 'returned' };
    const query = new URL(url).search.replace(/^\?/, '');
    return {
      kind: 'returned',
      answer: method === 'POST' ? { method, body: text(body) } : { method: 'GET', query },
    };
  } catch {
    return { kind: 'stopped' };
  }
}
