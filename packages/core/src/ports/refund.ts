import type { Money } from '../money/money.ts';
import type { AttemptContext } from '../model/call-context.ts';
import type { Outcome } from '../model/outcome.ts';
import type { ProviderOptions } from '../model/provider-options.ts';
import type { ProviderReference } from '../model/reference.ts';

export interface RefundRequest {
  /** `providerReference` of the approved charge or capture. */
  readonly payment: ProviderReference;
  /** More than zero; all refunds together at most what was taken. */
  readonly amount: Money;
  /** Why, for the provider's records. At most 255 characters. */
  readonly reason: string;
  readonly providerOptions?: ProviderOptions;
}

/**
 * Give back money that was charged or captured.
 *
 * Drawn from PayCross "Refund" (`POST /transactions/refunds`) and, for Paymega, from its sibling labels' pages
 * (`POST /payment-invoices/{id}/refund`).
 */
export interface Refund {
  /**
   * - `approved`: the provider has refunded; the shopper's bank may take days to show it.
   * - `pending`: accepted, to be finished later.
   * - `declined`: nothing was given back.
   * - `unknown`: it may have been given back; a repeat with the same reference does not give back twice.
   *
   * @throws DucatError `invalid_request` (more than was taken), `not_found`, `refused`: nothing moved.
   */
  refund(request: RefundRequest, context: AttemptContext): Promise<Outcome>;
}
