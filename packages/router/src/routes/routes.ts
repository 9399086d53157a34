import type { CurrencyCode, PaymentSource, Port } from '@ducat/core';
import type { Conditions } from './conditions.ts';

/** What a rule does: exactly one of `try`, `split`, `prefer` and `exclude`. */
export interface RoutingRule {
  /** Unique; plans and reports name the rule by it. No card data, no customer data. */
  readonly name: string;
  /** For people. */
  readonly note?: string | undefined;
  /** Conditions as data. Absent: every request. */
  readonly if?: Conditions | undefined;
  /**
   * A CEL expression, besides `if`, for what data cannot say. One that cannot be computed, because it asks for a key
   * of `metadata` that is not there for example, does not match.
   */
  readonly when?: string | undefined;
  /** These providers, in this order. */
  readonly try?: readonly string[] | undefined;
  /** The share of payments, in percent, for which a provider is first. By the operation's key: a repeat goes the same way. */
  readonly split?: Readonly<Record<string, number>> | undefined;
  /** The highest success rate first, or the lowest fee. */
  readonly prefer?: 'success_rate' | 'cost' | undefined;
  /** The providers that `prefer` orders. Default: all. */
  readonly among?: readonly string[] | undefined;
  /** Never these. Holds wherever the rule stands, whatever other rules say. */
  readonly exclude?: readonly string[] | undefined;
  /** What becomes of providers that the rule does not name. Default: `left_out`. */
  readonly others?: 'follow' | 'left_out' | undefined;
}

/** What a provider takes for a payment. The row that says most of the payment counts: currency before brand. */
export interface Fee {
  readonly provider: string;
  /** Default: every currency. Required with `fixed`. */
  readonly currency?: CurrencyCode | undefined;
  /** Default: every brand. */
  readonly brand?: string | undefined;
  /** Of the amount, as a decimal string with at most six digits after the point: `'1.4'`. */
  readonly percent?: string | undefined;
  /** For each payment, as a decimal string of the currency: `'0.25'`. */
  readonly fixed?: string | undefined;
}

/** How `prefer: success_rate` counts. */
export interface SuccessRateSettings {
  /** After so long a result counts half. Default: 60. */
  readonly halfLifeMinutes?: number | undefined;
  /** The share of payments that goes to another than the best first, so that its rate stays known. Default: 5. */
  readonly explorePercent?: number | undefined;
  /** Each combination has its own rate. Default: currency and brand. */
  readonly segmentBy?: readonly SegmentField[] | undefined;
  /** What counts as long as little is known: so many attempts of this rate. Default: 10 of 80 %. */
  readonly assumed?: { readonly ratePercent: number; readonly attempts: number } | undefined;
}

export type SegmentField = 'operation' | 'currency' | 'brand' | 'issuerCountry' | 'source';

/** When a provider counts as down. */
export interface CircuitSettings {
  /** The circuit opens when more than this share of the last attempts failed. Default: 50. */
  readonly failurePercent?: number | undefined;
  /** How many attempts are looked at. Default: 20. */
  readonly outOf?: number | undefined;
  /** With fewer attempts it stays closed. Default: 10. */
  readonly atLeast?: number | undefined;
  /** How long it stays open: the first time, the second time in a row, and so on; the last one repeats. Default: 30, 60, 300. */
  readonly openSeconds?: readonly number[] | undefined;
  /** After that, the share of payments that may try it in its place until one of them succeeds. Default: 10. */
  readonly probePercent?: number | undefined;
  /** Whether a provider whose circuit is open comes after all others or is not in the plan. Default: `last`. */
  readonly whenOpen?: 'last' | 'leave_out' | undefined;
}

/** A provider as a routes file describes it, for tools that cannot ask it. Programs ignore it. */
export interface ProviderDescription {
  readonly id: string;
  /** Default: all. */
  readonly ports?: readonly Port[] | undefined;
  readonly limits?:
    | {
        /** Default: any. */
        readonly currencies?: 'any' | readonly CurrencyCode[] | undefined;
        /** Default: standalone. */
        readonly tokenize?: 'standalone' | 'on_payment' | 'never' | undefined;
        /** Default: all. */
        readonly sources?: readonly PaymentSource['kind'][] | undefined;
      }
    | undefined;
}

/**
 * How requests are routed, as data: a TypeScript object, a JSON or a YAML file. All matching `exclude` rules apply; of
 * the others the first that matches decides. Where none does, all providers are tried in the order given.
 */
export interface Routes {
  readonly version: 1;
  readonly rules: readonly RoutingRule[];
  readonly fees?: readonly Fee[] | undefined;
  readonly successRate?: SuccessRateSettings | undefined;
  /** `false`: circuits never open. */
  readonly circuit?: CircuitSettings | false | undefined;
  readonly providers?: readonly ProviderDescription[] | undefined;
}
