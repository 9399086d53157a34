import type { UrlRules } from '../safe-url.ts';
import { readSafeUrl } from '../safe-url.ts';

/** Where shoppers may be sent at the end. */
export interface ResultRules extends UrlRules {
  /** The usual place. */
  readonly resultUrl: string;
  /** Exact origins, that of the usual place among them. */
  readonly resultOrigins: ReadonlySet<string>;
}

/** The URL, if shoppers may be sent there. */
export function readResultUrl(text: unknown, rules: ResultRules): URL | undefined {
  const url = readSafeUrl(text, rules);
  return url !== undefined && rules.resultOrigins.has(url.origin) ? url : undefined;
}

/**
 * Where this shopper goes. The page there is told the payment's id and nothing else: how the payment stands it asks the
 * engine, or anybody could write a success into an address bar.
 */
export function resultLocation(payment: string, wanted: string | undefined, rules: ResultRules): string {
  const url = readResultUrl(wanted, rules) ?? new URL(rules.resultUrl);
  url.searchParams.set('payment', payment);
  return url.href;
}
