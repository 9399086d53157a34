import { CardToken } from '@ducat/core';
import type { Canary } from '../../src/leaks/canary.ts';
import { cardCanaries, secretCanaries, tokenCanary } from '../../src/leaks/canary.ts';
import type { Encoding } from '../../src/leaks/encodings.ts';
import { encode, encodings } from '../../src/leaks/encodings.ts';

const card = { number: '4412397212080000', expiryMonth: 12, expiryYear: 2031, securityCode: '826' };
const key = 'sk_live_/Canary+Key=7f3a91';

export const canaries: readonly Canary[] = [
  ...cardCanaries(card),
  ...secretCanaries('key', [key]),
  tokenCanary(new CardToken({ provider: 'acme', value: 'tok~Canary&Token?5d20e8' })),
];

/** Each canary in each encoding in which it can be told from chance, as a sentence that leaks it. */
export const sentences: readonly (readonly [canary: string, encoding: Encoding, sentence: string])[] = canaries.flatMap(
  ({ name, value, standsAlone }) =>
    encodings
      .filter((encoding) => encoding !== 'grouped' || (!standsAlone && /^\d+$/.test(value)))
      .map((encoding) => [name, encoding, `seen "${encode(value, encoding)}" there`] as const),
);
