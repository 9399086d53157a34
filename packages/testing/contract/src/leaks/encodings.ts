/** The ways in which a secret is written and still is the secret. */
export const encodings = [
  'plain',
  'grouped',
  'reversed',
  'hexadecimal',
  'base64',
  'base64url',
  'percent-encoded',
  'Unicode escapes',
  'UTF-16',
  'decimal bytes',
] as const;

export type Encoding = (typeof encodings)[number];

/** The value as somebody who leaks it in that way would write it. */
export function encode(value: string, encoding: Encoding): string {
  const bytes = Buffer.from(value, 'utf8');
  switch (encoding) {
    case 'plain':
      return value;
    case 'grouped':
      return (value.match(/.{1,4}/gsu) ?? []).join(' ');
    case 'reversed':
      return reverse(value);
    case 'hexadecimal':
      return bytes.toString('hex');
    case 'base64':
      return bytes.toString('base64');
    case 'base64url':
      return bytes.toString('base64url');
    case 'percent-encoded':
      return Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    case 'Unicode escapes':
      return Array.from(value, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
    case 'UTF-16':
      return Buffer.from(value, 'utf16le').toString('latin1');
    case 'decimal bytes':
      return bytes.join(',');
  }
}

/** Everything to look for to find the value in that encoding, also where other text was encoded together with it. */
export function tracesOf(value: string, encoding: Encoding): readonly string[] {
  const whole = encode(value, encoding);
  switch (encoding) {
    case 'base64':
    case 'base64url':
      return [whole.replace(/=+$/, ''), ...[value, reverse(value)].flatMap((text) => insideBase64(text, encoding))];
    case 'hexadecimal':
      return [
        whole,
        Buffer.from(reverse(value), 'utf8').toString('hex'),
        Buffer.from(value, 'utf16le').toString('hex'),
      ];
    case 'percent-encoded':
      return [whole, encodeURIComponent(value)];
    case 'Unicode escapes':
      return [whole, whole.replaceAll('\\u', '\\\\u'), JSON.stringify(value).slice(1, -1).replaceAll('/', '\\/')];
    case 'plain':
    case 'grouped':
    case 'reversed':
    case 'UTF-16':
    case 'decimal bytes':
      return [whole];
  }
}

/** The characters that depend on the text alone, whatever was encoded before and after it. */
function insideBase64(text: string, encoding: 'base64' | 'base64url'): string[] {
  const traces = [0, 1, 2].map((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text, 'utf8')]);
    return bytes.toString(encoding).slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6));
  });
  return traces.filter((trace) => trace.length >= 7);
}

function reverse(text: string): string {
  return Array.from(text).toReversed().join('');
}
