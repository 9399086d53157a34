/**
 * Why a call failed. `effect` on the error, not the code, says whether money may have moved.
 *
 * | code | meaning | effect |
 * |---|---|---|
 * | `invalid_request` | a field is wrong; found here before sending, or by the provider's validation | none |
 * | `invalid_options` | the adapter is configured wrongly | none |
 * | `unsupported` | the provider cannot do this, or not with these options; nothing was sent | none |
 * | `authentication_failed` | the provider refused the credentials | none |
 * | `refused` | the provider understood the request and refused it without acting | none |
 * | `not_found` | the provider does not know the transaction that the request names | none |
 * | `duplicate` | the provider has seen this reference or this payment before; look it up | possible |
 * | `rate_limited` | too many requests; nothing was done | none |
 * | `connection_failed` | no connection: DNS, refused, TLS, connect timeout; nothing left this machine | none |
 * | `connection_lost` | the connection broke after the request was begun | possible |
 * | `deadline_exceeded` | the total deadline passed | either |
 * | `canceled` | the caller's `AbortSignal` fired | either |
 * | `unexpected_response` | the answer could not be understood: not JSON, wrong shape, redirect, too large, HTTP 5xx | possible |
 * | `contradicting_response` | the answer is about another amount, currency, reference or mode than was asked for | possible |
 * | `invalid_signature` | a webhook is not authentic; nothing in it may be used | none |
 * | `idempotency_mismatch` | the key was used before for another request; nothing was sent | none |
 * | `operation_in_progress` | another operation of the same payment is unresolved; nothing was sent, try again later | none |
 * | `journal_failed` | the journal could not be read or written; what was sent before is found again by recovery | either |
 * | `internal` | a defect of this library or the adapter | possible |
 */
export type ErrorCode =
  | 'invalid_request'
  | 'invalid_options'
  | 'unsupported'
  | 'authentication_failed'
  | 'refused'
  | 'not_found'
  | 'duplicate'
  | 'rate_limited'
  | 'connection_failed'
  | 'connection_lost'
  | 'deadline_exceeded'
  | 'canceled'
  | 'unexpected_response'
  | 'contradicting_response'
  | 'invalid_signature'
  | 'idempotency_mismatch'
  | 'operation_in_progress'
  | 'journal_failed'
  | 'internal';
