import type { DucatError } from '../errors/ducat-error.ts';
import type { CallContext } from '../model/call-context.ts';
import type { AttemptReference, ProviderReference } from '../model/reference.ts';
import type { Operation, TransactionRecord } from '../model/transaction-record.ts';

export interface LookupRequest {
  /** Which operation is asked about: one invoice answers for its charge, its capture and its refund. */
  readonly operation: Operation;
  /** Find by the attempt's own reference. */
  readonly reference?: AttemptReference;
  /** Find by the provider's id; it wins over `reference` when both are given. */
  readonly providerReference?: ProviderReference;
}

/** At least one transaction, newest first. More than one approved charge for one reference is an alarm. */
export interface Found {
  readonly status: 'found';
  readonly transactions: readonly [TransactionRecord, ...TransactionRecord[]];
}

/** The provider has none now. Final only when `limits.lookupHorizonMilliseconds` have passed since the sending. */
export interface NotFound {
  readonly status: 'not_found';
}

/** No answer, or none that can be understood. It says nothing about the payment. */
export interface LookupFailed {
  readonly status: 'failed';
  /** Its `effect` is `none`: asking moves no money. */
  readonly error: DucatError;
}

export type LookupResult = Found | NotFound | LookupFailed;

/**
 * Ask the provider what became of a transaction. Moves nothing.
 *
 * Drawn from Paymega (`GET /payment-invoices/{id}`, `?filter[reference_id]=`) and PayCross "Status query"
 * (`GET /transactions/{uid}`, `GET /v2/transactions/tracking_id/{tracking_id}`).
 */
export interface Lookup {
  /**
   * @throws DucatError `invalid_request` when neither reference is given or one cannot be an id; `unsupported` when the
   * provider cannot find this operation by what was given; `authentication_failed`. Nothing moved in any case.
   */
  lookup(request: LookupRequest, context?: CallContext): Promise<LookupResult>;
}
