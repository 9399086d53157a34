import { CircuitState, CountBreaker } from 'cockatiel';
import type { AttemptResult } from '../router.ts';
import type { CircuitSettings } from '../routes/routes.ts';

/** `probing`: it was open, and some payments try whether the provider is back. */
type Circuit = 'closed' | 'open' | 'probing';

/** Which providers are down, by what became of the last attempts. */
export interface Circuits {
  record(provider: number, result: AttemptResult): void;
  stateOf(provider: number, at: number): Circuit;
  /** When an open circuit will let payments through again; milliseconds since the epoch. */
  opensUntil(provider: number): number;
}

interface Switch {
  readonly breaker: CountBreaker;
  /** How many times in a row it has opened; 0 while it is closed. */
  times: number;
  until: number;
}

/**
 * When to open is cockatiel's to say; the states are here, because its policy runs on `Date.now` and around a call, and
 * a plan runs on the question's own time and calls nobody.
 */
export function createCircuits(count: number, settings: CircuitSettings = {}): Circuits {
  const { failurePercent = 50, outOf = 20, openSeconds = [30, 60, 300] } = settings;
  const minimumNumberOfCalls = Math.min(settings.atLeast ?? 10, outOf);
  const options = { threshold: failurePercent / 100, size: outOf, minimumNumberOfCalls };
  const switches = Array.from({ length: count }, (): Switch => {
    return { breaker: new CountBreaker(options), times: 0, until: 0 };
  });
  const open = (each: Switch, at: number): void => {
    const seconds = openSeconds[Math.min(each.times, openSeconds.length - 1)] ?? 0;
    each.times += 1;
    each.until = at + seconds * 1000;
  };
  return {
    record(provider, result) {
      const each = switches[provider];
      if (each === undefined || result.late === true) return;
      const failed = isFailure(result);
      if (each.times === 0) {
        if (!failed) each.breaker.success(CircuitState.Closed);
        else if (each.breaker.failure(CircuitState.Closed)) open(each, result.at);
        return;
      }
      // What was begun before it opened says nothing new.
      if (result.at < each.until) return;
      if (failed) {
        each.breaker.failure(CircuitState.HalfOpen);
        open(each, result.at);
        return;
      }
      each.breaker.success(CircuitState.HalfOpen);
      each.times = 0;
    },
    stateOf(provider, at) {
      const each = switches[provider];
      if (each === undefined || each.times === 0) return 'closed';
      return at < each.until ? 'open' : 'probing';
    },
    opensUntil: (provider) => switches[provider]?.until ?? 0,
  };
}

/** Nothing that a provider says about a card is a failure of the provider. */
function isFailure({ status, decline }: AttemptResult): boolean {
  if (status === 'unknown' || status === 'not_sent') return true;
  return decline !== undefined && (decline.reason === 'provider_failure' || decline.reason === 'temporary_failure');
}
