import type { Clock } from '@ducat/simulator';

import { flagOf } from '../requests/json-object.ts';
import type { JsonObject } from '../requests/json-object.ts';
import { refuse } from '../requests/refusal.ts';

// PayCross docs: duplicate_check.
const windowMilliseconds = 30_000;

type DuplicateKey = readonly (bigint | string)[];

export interface Duplicates {
  /** Refuses a look-alike of a request of the last 30 seconds unless the request waives the check. */
  refuseRepeat(request: JsonObject, key: DuplicateKey): void;
  /** Only what was accepted counts. */
  remember(key: DuplicateKey): void;
}

export function createDuplicates(clock: Clock): Duplicates {
  const seen = new Map<string, number>();
  return {
    refuseRepeat(request, key) {
      const before = seen.get(key.join(' '));
      const recent = before !== undefined && clock.now() - before < windowMilliseconds;
      if (recent && (flagOf(request, 'duplicate_check') ?? true)) refuse(['base'], 'duplicate transaction');
    },
    remember: (key) => void seen.set(key.join(' '), clock.now()),
  };
}
