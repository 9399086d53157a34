/** The encodings in which a canary would still be the canary, by name. */
export function formsOf(canary: string): ReadonlyMap<string, string> {
  const bytes = Buffer.from(canary, 'utf8');
  const reversed = Array.from(canary).reverse().join('');
  const forms = new Map([
    ['plain', canary],
    ['reversed', reversed],
    ['hexadecimal', bytes.toString('hex')],
    ['reversed hexadecimal', Buffer.from(reversed, 'utf8').toString('hex')],
    ['decimal bytes', [...bytes].join(',')],
    ['percent-encoded', encodeURIComponent(canary)],
    ['percent-encoded throughout', [...bytes].map((byte) => `%${byte.toString(16)}`).join('')],
    [
      'JSON escapes',
      Array.from(canary)
        .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''),
    ],
    ['UTF-16', Buffer.from(canary, 'utf16le').toString('latin1')],
  ]);
  for (const [name, text] of [
    ['base64', canary],
    ['reversed base64', reversed],
  ] as const) {
    for (const offset of [0, 1, 2]) {
      forms.set(`${name} at offset ${offset}`, base64Core(text, offset, 'base64'));
      forms.set(`${name}url at offset ${offset}`, base64Core(text, offset, 'base64url'));
    }
  }
  return forms;
}

/** The characters of a base64 text that depend on the canary alone, when other bytes stand before and after it. */
function base64Core(canary: string, offset: number, encoding: 'base64' | 'base64url'): string {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(canary, 'utf8')]);
  return bytes.toString(encoding).slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6));
}

/**
 * In which forms the output contains which canary. Separators are taken out for a second look, so that grouping
 * ("4412 3972 ...") and dumps of bytes ("<Buffer 34 34 ...>") hide nothing.
 */
export function leaksIn(output: string, canaries: Readonly<Record<string, string>>): string[] {
  const views = [output, output.toLowerCase(), output.replace(/[\s"'_.:-]/g, '').toLowerCase()];
  return Object.entries(canaries).flatMap(([name, canary]) =>
    [...formsOf(canary)]
      .filter(([, form]) => views.some((view) => view.includes(form) || view.includes(form.toLowerCase())))
      .map(([form]) => `${name} (${form})`),
  );
}
