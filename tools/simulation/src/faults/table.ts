/** How likely each fault is, in percent of the calls that can meet it, and what it is called in a story. */
export interface FaultFacts {
  readonly percent: number;
  readonly words: string;
}

/** What may happen to one call to a provider. At most one of these happens to it. */
export const callFaults = {
  request_lost: { percent: 3, words: 'the request was lost' },
  connection_refused: { percent: 0.5, words: 'the connection was refused' },
  tls_or_dns: { percent: 0.5, words: 'no connection came about (TLS or DNS)' },
  error_before: { percent: 1, words: 'the provider answered 5xx and did nothing' },
  rate_limited: { percent: 0.5, words: 'the provider answered 429 and did nothing' },
  response_lost: { percent: 3, words: 'the answer was lost' },
  error_after: { percent: 1, words: 'the provider acted and answered 5xx' },
  malformed: { percent: 1, words: 'the answer was malformed JSON' },
  truncated: { percent: 0.5, words: 'the answer was cut off' },
  html: { percent: 0.5, words: 'the answer was an HTML page with status 200' },
  wrong_charset: { percent: 0.2, words: 'the answer was in another charset' },
  stall: { percent: 0.5, words: 'the answer stalled in its middle' },
  slow: { percent: 1, words: 'the answer was slow' },
  late: { percent: 1.5, words: 'the request arrived long after the caller had given up' },
  clock_jump: { percent: 0.1, words: 'the clock of the process jumped' },
  unknown_status: { percent: 0.5, words: 'the answer had a status nobody knows' },
  amount_mismatch: { percent: 0.1, words: 'the answer named another amount' },
  crash_before: { percent: 0.4, words: 'the process died before the request left' },
  crash_after: { percent: 0.4, words: 'the process died as the answer came' },
} as const satisfies Record<string, FaultFacts>;

/** What may happen to a lookup besides. */
export const lookupFaults = {
  not_found: { percent: 3, words: 'the provider said "not found" although it existed' },
  stale: { percent: 2, words: 'the provider showed what had been before' },
  several: { percent: 0.2, words: 'the provider had made a second transaction of the same reference' },
} as const satisfies Record<string, FaultFacts>;

/** What may happen to one webhook. Each is drawn for itself. */
export const webhookFaults = {
  lost: { percent: 8, words: 'a webhook was lost' },
  duplicated: { percent: 20, words: 'a webhook came twice' },
  reordered: { percent: 50, words: 'a webhook was delayed by up to two hours' },
  early: { percent: 10, words: 'a webhook came before the answer' },
  forged: { percent: 10, words: 'somebody forged a webhook' },
  replayed: { percent: 2, words: 'a webhook was replayed after three days' },
  other_mode: { percent: 1, words: 'a webhook of the other mode came' },
  batched: { percent: 10, words: 'webhooks came in a batch' },
  unknown_status: { percent: 0.5, words: 'a webhook had a status nobody knows' },
  amount_mismatch: { percent: 0.1, words: 'an authentic webhook named another amount' },
  crash_before: { percent: 0.4, words: 'the process died as a webhook came' },
  crash_after: { percent: 0.4, words: 'the process died after it took a webhook' },
} as const satisfies Record<string, FaultFacts>;

/** What may happen to one call of the journal. */
export const journalFaults = {
  fails_before: { percent: 0.1, words: 'the journal failed and had done nothing' },
  fails_after: { percent: 0.1, words: 'the journal failed after it had done it' },
  crash_before: { percent: 0.4, words: 'the process died just before the journal' },
  crash_after: { percent: 0.4, words: 'the process died just after the journal' },
} as const satisfies Record<string, FaultFacts>;

/** What people and their banks do. */
export const peopleFaults = {
  double_click: { percent: 5, words: 'the shopper clicked twice' },
  decline: { percent: 15, words: 'the bank declined' },
  asynchronous: { percent: 30, words: 'the bank took its time' },
  abandoned: { percent: 5, words: 'the shopper left the challenge' },
} as const satisfies Record<string, FaultFacts>;

/** A provider that is down for hours; it comes with the world, not with the call. */
export const outageFaults = {
  down: { percent: 0, words: 'the provider was down' },
} as const satisfies Record<string, FaultFacts>;

/** What a fault is called at a call, a webhook or the journal. */
export function wordsOf(fault: string, where: 'call' | 'webhook' | 'journal'): string {
  const calls: Table = { ...callFaults, ...lookupFaults, ...outageFaults };
  const tables: Readonly<Record<typeof where, Table>> = { call: calls, webhook: webhookFaults, journal: journalFaults };
  return tables[where][fault]?.words ?? fault;
}

type Table = Readonly<Record<string, FaultFacts>>;
