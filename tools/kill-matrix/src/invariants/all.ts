import { agreement, noDoubleCharge } from './money.ts';
import { noCardData, onlyGrows } from './stored.ts';
import type { Evidence, Violation } from './violation.ts';
import { endingsTold, noContradiction, nothingOpen } from './words.ts';

const checks = [noDoubleCharge, agreement, nothingOpen, onlyGrows, noContradiction, endingsTold, noCardData];

/** Everything that does not hold. */
export function violationsIn(evidence: Evidence): readonly Violation[] {
  return checks.flatMap((check) => check(evidence));
}
