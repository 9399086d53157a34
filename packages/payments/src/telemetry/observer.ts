/** Names of things, never card data. `undefined` values are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Something that takes time. */
export interface Activity {
  /** `operation`: what the merchant asked for, over all its attempts. `call`: one call of a provider's port. */
  readonly kind: 'operation' | 'call';
  /** `charge`, `refund`, `lookup`, ... */
  readonly name: string;
  /** `payment`, `key`, `provider`, `reference`, as far as they are known. */
  readonly attributes: Attributes;
}

/** Something that happened. */
export interface Happened {
  readonly name: HappeningName;
  readonly attributes: Attributes;
}

/** What operators are told of besides the operations that they asked for. */
export type HappeningName =
  | 'operation_settled'
  | 'payment_in_review'
  | 'review_decided'
  | 'money_given_back'
  | 'webhook_contradicting'
  | 'webhook_unrelated'
  | 'webhook_forged'
  | 'journal_failed'
  | 'vault_failed'
  | 'recovery_failed'
  | 'event_not_delivered'
  | 'closed_early';

/**
 * Watches the engine, for traces and metrics. `openTelemetry()` makes one. Without one nothing is allocated for it.
 * Whatever it does, throws included, changes nothing for the payments.
 */
export interface Observer {
  /**
   * Something begins. Has to call `run` at once; what happens within belongs to it. `ending` tells of the result:
   * `status`, `provider`, `attempts`.
   */
  during<Result>(
    activity: Activity,
    run: () => Promise<Result>,
    ending: (result: Result) => Attributes,
  ): Promise<Result>;
  happened(happening: Happened): void;
}
