import type { RoutingFacts } from '../facts.ts';
import type { AttemptResult } from '../router.ts';
import type { SegmentField, SuccessRateSettings } from '../routes/routes.ts';
import type { Choice, Choose } from './choose.ts';
import { chosenBy } from './choose.ts';
import { hashOf, shareOf } from './hash.ts';

/** How often providers approve, lately. */
export interface SuccessRates {
  record(provider: number, facts: RoutingFacts, result: AttemptResult): void;
  /** From 0 to 1. */
  rate(provider: number, facts: RoutingFacts): number;
}

interface Evidence {
  readonly approved: number;
  readonly all: number;
  /** The moment for which both are counted. */
  readonly at: number;
}

const readers: Readonly<Record<SegmentField, (facts: RoutingFacts) => string | undefined>> = {
  operation: ({ operation }) => operation,
  currency: ({ currency }) => currency,
  brand: ({ card }) => card.brand,
  issuerCountry: ({ card }) => card.issuerCountry,
  source: ({ source }) => source,
};

const usualSegment: readonly SegmentField[] = ['currency', 'brand'];
/** Those that were heard of least lately are forgotten: what cards say of themselves must not fill the memory. */
const mostSegments = 10_000;

export function createSuccessRates(settings: SuccessRateSettings = {}): SuccessRates {
  const halfLife = (settings.halfLifeMinutes ?? 60) * 60_000;
  const assumed = settings.assumed ?? { ratePercent: 80, attempts: 10 };
  const fields = (settings.segmentBy ?? usualSegment).map((field) => readers[field]);
  const segments = new Map<string, Evidence>();
  const segmentOf = (provider: number, facts: RoutingFacts): string => {
    let segment = String(provider);
    for (const read of fields) segment += `|${read(facts) ?? ''}`;
    return segment;
  };
  const weight = (age: number): number => 2 ** (-Math.max(0, age) / halfLife);
  return {
    record(provider, facts, result) {
      const approved = approvedOf(result);
      if (approved === undefined) return;
      const segment = segmentOf(provider, facts);
      const before = segments.get(segment) ?? { approved: 0, all: 0, at: result.at };
      const at = Math.max(before.at, result.at);
      const old = weight(at - before.at);
      const now = weight(at - result.at);
      segments.delete(segment);
      segments.set(segment, { approved: before.approved * old + approved * now, all: before.all * old + now, at });
      if (segments.size > mostSegments) segments.delete(segments.keys().next().value ?? '');
    },
    rate(provider, facts) {
      const { approved, all, at } = segments.get(segmentOf(provider, facts)) ?? { approved: 0, all: 0, at: facts.at };
      const now = weight(facts.at - at);
      return (approved * now + (assumed.ratePercent / 100) * assumed.attempts) / (all * now + assumed.attempts);
    },
  };
}

/**
 * 1, 0, or nothing to count: an attempt without a result yet, one that never left, and a decline that the card would
 * have met everywhere.
 */
function approvedOf({ status, decline }: AttemptResult): 0 | 1 | undefined {
  if (status === 'approved') return 1;
  return status === 'declined' && decline?.anotherProviderMayHelp !== false ? 0 : undefined;
}

const exploreSeed = hashOf('explore', 0);
const otherSeed = hashOf('other', 0);

/** The highest rate first; equals in the order given. For some keys another than the best is tried first. */
export function chooseBySuccessRate(
  rule: string,
  among: readonly number[],
  ids: readonly string[],
  rates: SuccessRates,
  { explorePercent = 5 }: SuccessRateSettings = {},
): Choose {
  return (facts, free) => {
    const rated = among
      .filter((provider) => free.includes(provider))
      .map((provider) => ({ provider, rate: rates.rate(provider, facts) }))
      .sort((left, right) => right.rate - left.rate);
    const explores = rated.length > 1 && shareOf(facts.key, exploreSeed) * 100 < explorePercent;
    if (explores) {
      const other = 1 + Math.floor(shareOf(facts.key, otherSeed) * (rated.length - 1));
      rated.unshift(...rated.splice(other, 1));
    }
    return rated.map(({ provider, rate }, place): Choice => {
      const shown = `success rate ${(rate * 100).toFixed(1)} %`;
      const how = explores && place === 0 ? `${shown}, tried first to keep it known` : shown;
      return { provider, line: chosenBy(rule, ids[provider] ?? '', how) };
    });
  };
}
