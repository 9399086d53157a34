/** One name in the spellings that a package needs. */
export interface ProviderName {
  /** Folder, package and default id: `acme-pay`. */
  readonly kebab: string;
  /** `acmePay` of `acmePaySettings`. */
  readonly camel: string;
  /** `AcmePay` of `createAcmePay`. */
  readonly pascal: string;
}

/** What is wrong with what somebody asked for, and what to do about it. */
export class Complaint extends Error {
  override readonly name = 'Complaint';
}

const pattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

// The adapter's own files have these words already: `createClient`, the port `Charge`, and so on.
const portNames = 'tokenize charge authorize capture void challenge refund payout lookup webhook';
const otherWords = 'client provider simulator supporting template transport undici-transport';
const taken = new Set(`${portNames} ${otherWords}`.split(' '));

/** @throws Complaint when the text cannot name a package, a folder and functions. */
export function readProviderName(text: string): ProviderName {
  if (!pattern.test(text) || text.length > 40) {
    const better = suggestionFor(text);
    const hint = better === undefined ? 'begin with a letter' : `write ${better}`;
    throw new Complaint(`"${text}" cannot name a package: small letters, digits and single dashes only; ${hint}`);
  }
  if (taken.has(text) || text.startsWith('journal-')) {
    throw new Complaint(`"${text}" means something else in this house already: choose another name`);
  }
  const words = text.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const pascal = words.join('');
  return { kebab: text, pascal, camel: pascal.charAt(0).toLowerCase() + pascal.slice(1) };
}

function suggestionFor(text: string): string | undefined {
  const better = text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-\d]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return pattern.test(better) ? better : undefined;
}
