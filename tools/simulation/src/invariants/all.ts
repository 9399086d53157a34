import { agreement } from './agreement.ts';
import { appendOnly } from './append-only.ts';
import { boundedCalls } from './bounded-calls.ts';
import type { Check } from './evidence.ts';
import { forgedRecorded } from './forged-recorded.ts';
import { noCardData } from './no-card-data.ts';
import { noDoubleCharge } from './no-double-charge.ts';
import { nothingOpen } from './nothing-open.ts';
import { toldAndKept } from './told-and-kept.ts';
import { totals } from './totals.ts';
import { withinSums } from './within-sums.ts';

/** What is checked at the end. Invariants 7, 8 and 11 are watched while it runs, too. */
export const allChecks: readonly Check[] = [
  noDoubleCharge,
  agreement,
  totals,
  nothingOpen,
  appendOnly,
  toldAndKept,
  noCardData,
  boundedCalls,
  forgedRecorded,
  withinSums,
];
