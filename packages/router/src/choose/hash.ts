/**
 * A number from 0 to 2^32 - 1 that looks random and is always the same for the same text and seed, on every machine and
 * in every version of this library: payments are split by it. MurmurHash3 (x86, 32 bit) over the text's UTF-16 units.
 */
export function hashOf(text: string, seed: number): number {
  let hash = seed | 0;
  for (let index = 0; index < text.length; index += 1) {
    let unit = Math.imul(text.charCodeAt(index), 0xcc9e2d51);
    unit = (unit << 15) | (unit >>> 17);
    hash ^= Math.imul(unit, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The same as a share: at least 0, less than 1. */
export function shareOf(text: string, seed: number): number {
  return hashOf(text, seed) / 2 ** 32;
}
