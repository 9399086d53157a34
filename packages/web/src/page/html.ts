/** Text that is markup already. */
export interface Markup {
  readonly markup: string;
}

// Line breaks too: a parser would change them in an attribute, and a bank may have signed them.
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '\r': '&#13;',
  '\n': '&#10;',
};

/** Writes markup; whatever is put into it is escaped, unless it is markup itself. Attributes need their quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Markup | readonly Markup[])[]): Markup {
  return { markup: parts.map((part, index) => part + written(values[index] ?? '')).join('') };
}

function written(value: string | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return value.replaceAll(/[&<>"'`\r\n]/g, (sign) => entities[sign] ?? '');
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}
