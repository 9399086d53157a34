import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Harness } from '../harness/harness.ts';
import { authenticate } from '../reference/adapter/reveal.ts';
import { parts } from '../reference/adapter/parts.ts';
import type { ReferenceHarness } from '../reference/harness.ts';
import { account } from '../reference/world.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';

type Authentic = typeof parts.isAuthentic;

const verifying =
  (is: Authentic) =>
  (good: ReferenceHarness): Harness =>
    good.with({ isAuthentic: is });

/** Verifies another text than the one that arrived. */
const over = (change: (text: string) => string): Mutant['break'] =>
  verifying((key, content, code) => parts.isAuthentic(key, change(Buffer.from(content).toString('utf8')), code));

/** What goes wrong with signatures. */
export const webhookMutants: readonly Mutant[] = [
  mutant(
    'accepts any signature of the right length',
    'a webhook with any one byte of its body changed is refused',
    verifying((_key, _content, code) => code.length === 64),
  ),
  mutant(
    'verifies the body without the spaces around it',
    'a webhook with something cut off, put before or added behind is refused',
    over((text) => text.trim()),
  ),
  mutant(
    'verifies what it has parsed and written again',
    'a webhook that was parsed and written again is refused (defect 18)',
    over((text) => (text.startsWith('{') ? rewritten(text) : text)),
  ),
  mutant(
    'verifies the body without its byte order mark',
    'a webhook with a byte order mark before its body is refused (defect 22)',
    over((text) => text.replace(/^\uFEFF/, '')),
  ),
  mutant(
    'compares the beginning of the signature',
    'a webhook with any one character of a header that signs it changed is refused',
    verifying((key, content, code) => code.length > 20 && authenticate(key, content).startsWith(code.slice(0, 20))),
  ),
  mutant(
    'trims the signature before it compares',
    'a webhook whose signature is written otherwise than the provider writes it is refused',
    verifying((key, content, code) => parts.isAuthentic(key, content, code.trim())),
  ),
  mutant(
    'accepts what is not signed',
    'a webhook without a header that signs it, with an empty one or with two is refused (defect 26)',
    verifying((key, content, code) => code === '' || parts.isAuthentic(key, content, code)),
  ),
  mutant(
    'compares signatures of any length',
    'a signature that is no signature at all is refused by an error of this library (defect 22)',
    verifying((key, content, code) => timingSafeEqual(Buffer.from(authenticate(key, content)), Buffer.from(code))),
  ),
  mutant(
    'accepts an empty key',
    'a webhook that is signed with another key, of somebody else, of the other mode or an empty one, is refused (defects 16, 26)',
    verifying(
      (key, content, code) =>
        parts.isAuthentic(key, content, code) || createHmac('sha256', '').update(content).digest('hex') === code,
    ),
  ),
  mutant(
    'remembers signatures instead of what they sign',
    'a signature of one webhook does not sign another',
    (good) => {
      const seen = new Set<string>();
      return good.with({
        isAuthentic(key, content, code) {
          const is = parts.isAuthentic(key, content, code);
          if (is) seen.add(code);
          return is || seen.has(code);
        },
      });
    },
  ),
  mutant(
    'asks for a signature and does not verify it',
    'every header that signs is needed: none of them is enough alone',
    verifying((_key, _content, code) => code !== ''),
  ),
  mutant(
    'can be made without a key for webhooks',
    'a provider without a key for webhooks, or with an empty or blank one, cannot be made (defects 16, 52)',
    (good) => ({
      ...good,
      forgeable: [
        () =>
          good.create({ bank: 'http://127.0.0.1:9' }, { id: account.apiKey, testMode: true, timeoutMilliseconds: 1 }),
      ],
    }),
  ),
];

function rewritten(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
