import type { Money } from '../money/money.ts';
import type { AttemptContext } from '../model/call-context.ts';
import type { Outcome } from '../model/outcome.ts';
import type { ProviderOptions } from '../model/provider-options.ts';
import type { ProviderReference } from '../model/reference.ts';

export interface VoidRequest {
  /** `providerReference` of the approved authorization. */
  readonly authorization: ProviderReference;
  /** How much of the hold to release: all that was authorized, unless `limits.void.partial`. */
  readonly amount: Money;
  readonly providerOptions?: ProviderOptions;
}

/**
 * Release money that was authorized and not captured.
 *
 * Drawn from Paymega "Two-step payments", void (`POST /payment-invoices/{id}/void`, the full amount only) and PayCross
 * "Void" (`POST /transactions/voids`).
 */
export interface Void {
  /**
   * - `approved`: the amount is released. With an earlier `unknown` authorization this is the proof that no money was
   *   taken.
   * - `declined`: the hold is as it was.
   * - `unknown`: it may have been released.
   *
   * @throws DucatError `invalid_request` (a partial void where that is not allowed), `not_found`, `refused` (captured
   * before): nothing changed, `effect` is `none`.
   */
  void(request: VoidRequest, context: AttemptContext): Promise<Outcome>;
}
