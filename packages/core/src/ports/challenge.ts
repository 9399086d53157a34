import type { CallContext } from '../model/call-context.ts';
import type { Outcome } from '../model/outcome.ts';

/** The request with which the shopper's browser came to the merchant's `termUrl`, unchanged. */
export interface ChallengeAnswer {
  readonly method: 'GET' | 'POST';
  /** The query without the question mark, for GET: still encoded, as received. */
  readonly query?: string;
  /** The body as received, for POST: still encoded, `PaRes=...&MD=...`. */
  readonly body?: string;
}

export interface ChallengeRequest {
  /** The string that came with `action_required`. */
  readonly continuation: string;
  /**
   * What the ACS sent to the merchant's own `threeDSecure.termUrl`. Leave it out when the shopper came back by the
   * provider's return URL: nothing that the browser brings there is used.
   */
  readonly answer?: ChallengeAnswer;
}

/**
 * Go on with a payment after the shopper acted: relay the ACS's answer where the merchant received it, then look up.
 *
 * Drawn from Paymega "Host-to-host integration" (3-D Secure 1 and 2, `TermUrl`) and PayCross "3-D Secure".
 */
export interface Challenge {
  /**
   * The outcome of the payment that the continuation belongs to, always from a lookup: what the browser says decides
   * nothing. May be called any number of times, by any process; an abandoned challenge stays `action_required` or
   * `pending` until the provider ends it.
   *
   * - `action_required` again: the shopper has not finished.
   * - `unknown`: the lookup failed, or the relay may not have arrived; call again.
   *
   * @throws DucatError `invalid_request` when the continuation is not one of this provider, was changed, or points
   * somewhere else than the provider; nothing was sent.
   */
  challenge(request: ChallengeRequest, context?: CallContext): Promise<Outcome>;
}
