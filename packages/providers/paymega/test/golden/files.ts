import { readFileSync, readdirSync } from 'node:fs';

/** A place where the adapter sends something else than the page shows; one side is absent where it has nothing there. */
export interface Difference {
  readonly path: string;
  readonly page?: unknown;
  readonly sent?: unknown;
  readonly why: string;
}

export interface Example {
  readonly file: string;
  readonly page: string;
  readonly example: string;
  /** What had to be changed to make it JSON. */
  readonly corrections: readonly string[];
  /** Present for requests only. */
  readonly sentDifferently?: readonly Difference[];
}

const at = (name: string): URL => new URL(name, import.meta.url);
const parse = (name: string): unknown => JSON.parse(readFileSync(at(name), 'utf8')) as unknown;

export const examples: readonly Example[] = (parse('index.json') as { examples: Example[] }).examples;

export interface Json {
  readonly [name: string]: Json;
}

/** One of the pages' invoices. */
export interface InvoiceExample {
  readonly data: { readonly id: string; readonly attributes: Readonly<Record<string, unknown>> };
}

/** The page's own example. */
export function pageExample(file: string): Json {
  return parse(`pages/${file}.json`) as Json;
}

/** The exact bytes that are sent for it, as one line. */
export function sentExample(file: string): string {
  return JSON.stringify(parse(`sent/${file}.json`));
}

export function filesIn(folder: 'pages' | 'sent'): readonly string[] {
  return readdirSync(at(folder)).map((name) => name.replace(/\.json$/, ''));
}
