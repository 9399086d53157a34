import type { Money } from '../money/money.ts';
import type { AttemptContext } from '../model/call-context.ts';
import type { Outcome } from '../model/outcome.ts';
import type { ProviderOptions } from '../model/provider-options.ts';
import type { ProviderReference } from '../model/reference.ts';

export interface CaptureRequest {
  /** `providerReference` of the approved authorization. */
  readonly authorization: ProviderReference;
  /** More than zero, at most what is held. Less than that only as `limits.capture` says. */
  readonly amount: Money;
  readonly providerOptions?: ProviderOptions;
}

/**
 * Take money that was authorized before.
 *
 * Drawn from Paymega "Two-step payments", capture (`POST /payment-invoices/{id}/capture`) and PayCross "Capture"
 * (`POST /transactions/captures`).
 */
export interface Capture {
  /**
   * - `approved`: the amount was taken; `providerReference` is what a refund needs (a new one at PayCross, the
   *   invoice's own at Paymega).
   * - `declined`: nothing was taken and the hold is as it was.
   * - `unknown`: it may have been taken. How a repeat is kept from taking twice, `limits.repeat.capture` says. A hold
   *   that was captured before for this very amount is `unknown` as well where captures carry no key: it may have been
   *   an earlier try of this attempt.
   *
   * @throws DucatError `invalid_request` (more than is held, not a partial one where that is not allowed), `not_found`,
   * `refused` (voided before, or captured before for another amount): nothing moved, `effect` is `none`.
   */
  capture(request: CaptureRequest, context: AttemptContext): Promise<Outcome>;
}
