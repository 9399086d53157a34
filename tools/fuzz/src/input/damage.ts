import type { Random } from '@ducat/simulator';
import type { Json } from './json.ts';
import { isList, numberIn, textIn } from './json.ts';

const kinds = ['flip', 'cut', 'drop', 'insert', 'mark', 'utf16', 'latin1', 'twice'] as const;

/** One wound of the bytes: what, where (modulo the length) and with which byte. */
export function drawDamage(random: Random): Json {
  const kind = kinds[random.integer(kinds.length)] ?? 'flip';
  return [kind, random.integer(65_536), random.integer(256)];
}

/** The bytes of a text after all that happened to them on the way. */
export function damaged(text: string, damage: Json | undefined): Buffer {
  let bytes = Buffer.from(text, 'utf8');
  if (!isList(damage)) return bytes;
  for (const wound of damage) {
    if (isList(wound)) bytes = wounded(bytes, text, wound);
  }
  return bytes;
}

function wounded(bytes: Buffer, text: string, [kind, where, what]: readonly Json[]): Buffer<ArrayBuffer> {
  const at = bytes.length === 0 ? 0 : numberIn(where) % bytes.length;
  const byte = numberIn(what) & 255;
  switch (textIn(kind)) {
    case 'flip': {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (byte || 1);
      return flipped;
    }
    case 'cut':
      return Buffer.from(bytes.subarray(0, at));
    case 'drop':
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
    case 'insert':
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), bytes.subarray(at)]);
    case 'mark':
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    case 'utf16':
      return Buffer.from(text, 'utf16le');
    case 'latin1':
      return Buffer.from(text, 'latin1');
    case 'twice':
      return Buffer.concat([bytes, bytes]);
    default:
      return Buffer.from(bytes);
  }
}
