import type { ErrorCode } from './error-code.ts';

/** One wrong field of a request: where it is and what to do about it. Never the value, which may be card data. */
export interface Issue {
  /** Path from the request's root, dots between names: `source.card.expiryMonth`, `providerOptions.paymega.service`. */
  readonly path: string;
  /** What is wrong and what would be right. */
  readonly message: string;
}

/**
 * What the caller may do after the error, without looking at the code:
 * - `never`: the same call can only fail again;
 * - `safe`: nothing happened, the same call may be made again, here or at another provider;
 * - `after_lookup`: money may have moved, so find out first.
 */
export type Retry = 'never' | 'safe' | 'after_lookup';

/** What a `DucatError` is made of. Strings must already be free of card data and keys. */
export interface DucatErrorDetails {
  readonly code: ErrorCode;
  readonly message: string;
  readonly effect: 'none' | 'possible';
  readonly retry?: Retry;
  readonly provider?: string;
  readonly issues?: readonly Issue[];
  readonly raw?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

const identity: unique symbol = Symbol.for('@ducat/core.DucatError');

/**
 * The only error class that leaves this library.
 *
 * `effect` answers the one question that matters: may money have moved? It is `none` only with proof (nothing left
 * this machine, or the provider refused the request before acting), else `possible`.
 */
export class DucatError extends Error {
  override readonly name = 'DucatError';
  /** A closed list; new codes come only with a new major version. */
  readonly code: ErrorCode;
  /** Whether money may have moved because of the failed call. */
  readonly effect: 'none' | 'possible';
  readonly retry: Retry;
  /** Id of the provider that was called; absent when the call did not get that far. */
  readonly provider: string | undefined;
  /** Every wrong field, for `invalid_request` and `invalid_options`; empty otherwise. */
  readonly issues: readonly Issue[];
  /** The provider's own words, redacted: HTTP status, status word, error texts, network error code. */
  readonly raw: Readonly<Record<string, string>>;

  constructor(details: DucatErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    Object.defineProperty(this, identity, { value: true });
    this.code = details.code;
    this.effect = details.effect;
    this.retry = details.retry ?? (details.effect === 'possible' ? 'after_lookup' : 'never');
    this.provider = details.provider;
    this.issues = details.issues ?? [];
    this.raw = details.raw ?? {};
  }

  /** Recognises a `DucatError` by a registered symbol, so that two copies of this package understand each other. */
  static is(value: unknown): value is DucatError {
    return typeof value === 'object' && value !== null && identity in value;
  }

  toJSON(): Omit<DucatErrorDetails, 'cause'> {
    const { code, message, effect, retry, provider, issues, raw } = this;
    return { code, message, effect, retry, ...(provider === undefined ? {} : { provider }), issues, raw };
  }
}
