/** One thing that happened, in words. */
export interface Happening {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Who tells it: a stripe of that colour stands beside it. */
  readonly by: 'journal' | 'provider' | 'browser' | 'visitor';
  readonly title: string;
  readonly detail: string;
}

interface PlanLineShown {
  readonly provider: string;
  readonly chosen: boolean;
  readonly reason: string;
}

interface AttemptShown {
  readonly provider: string;
  readonly reference: string;
  readonly status: string;
}

export interface LedgerShown {
  readonly bank: string;
  readonly entries: readonly { readonly kind: string; readonly reference: string; readonly amount: string }[];
  readonly total: string;
}

/** All that the panel shows, as JSON: the page writes it once, and the browser again whenever it changes. */
export interface Panel {
  /** Key and status of the payment that it is about; absent before the first. */
  readonly payment?: { readonly key: string; readonly status: string };
  readonly plan: readonly PlanLineShown[];
  readonly attempts: readonly AttemptShown[];
  /** Oldest first. */
  readonly happenings: readonly Happening[];
  readonly ledgers: readonly LedgerShown[];
}
