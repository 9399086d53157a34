// Both ECMAScript features are in every supported Node, but not yet in the compiler's library.
interface ExactJson {
  rawJSON(text: string): object;
  parse(
    text: string,
    reviver: (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
}

const exact = JSON as unknown as ExactJson;
const numberSyntax = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A JSON number kept as it was written, so that money never passes through a float. */
export class ExactNumber {
  readonly text: string;

  constructor(text: string) {
    if (!numberSyntax.test(text)) throw new TypeError(`Not a JSON number: ${text}`);
    this.text = text;
  }

  toJSON(): unknown {
    return exact.rawJSON(this.text);
  }
}

/** Parses JSON with every number as an `ExactNumber`; throws a SyntaxError like JSON.parse. */
export function parseExactJson(text: string): unknown {
  return exact.parse(text, (_key, value, context) =>
    typeof value === 'number' ? new ExactNumber(context.source ?? String(value)) : value,
  );
}
