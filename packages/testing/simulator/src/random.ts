export interface Random {
  /** Uniform in 0 .. bound - 1. */
  integer(bound: number): number;
  /** Base62, as providers write their object ids. */
  identifier(length: number): string;
  /** Version 4 shape. */
  uuid(): string;
}

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const hexadecimal = '0123456789abcdef';
const words = 2 ** 32;

/** Mulberry32: small, well spread, and the same on every machine. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;

  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };

  const integer = (bound: number): number => {
    if (!Number.isSafeInteger(bound) || bound < 1 || bound > words) {
      throw new RangeError(`A bound must be an integer from 1 to 2^32, got ${bound}`);
    }
    // Words above the last whole multiple of the bound would favour small results.
    const limit = words - (words % bound);
    let drawn = word();
    while (drawn >= limit) drawn = word();
    return drawn % bound;
  };

  const letters = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet.charAt(integer(alphabet.length))).join('');

  return {
    integer,
    identifier: (length) => letters(base62, length),
    uuid: () =>
      [
        letters(hexadecimal, 8),
        letters(hexadecimal, 4),
        `4${letters(hexadecimal, 3)}`,
        `${'89ab'.charAt(integer(4))}${letters(hexadecimal, 3)}`,
        letters(hexadecimal, 12),
      ].join('-'),
  };
}
