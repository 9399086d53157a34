import type { Random } from '@ducat/simulator';
import type { Json } from './input/json.ts';

/** What a call came to. */
export type Result = { readonly returned: unknown } | { readonly threw: unknown };

/** One parser that meets the outside, and what it promises. */
export interface Target {
  /** `paymega.charge`; also the folder of its corpus. */
  readonly name: string;
  /** Real inputs; every other one comes from them, change by change. */
  readonly seeds: readonly Json[];
  vary(input: Json, random: Random): Json;
  /** Makes the parser's own input. What it returns is the call that is timed. */
  prepare(input: Json): () => unknown;
  /** What breaks a promise, in words. Foreign exceptions, slowness and pollution are looked for by the campaign. */
  judge(result: Result, input: Json): string | undefined;
}
