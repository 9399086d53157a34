import type { FactsRouter } from '@ducat/router';
import type { ReadRequest } from '../request-record.ts';
import type { Tally } from './tally.ts';
import { count, createTally } from './tally.ts';

/** What one or two sets of routes make of the same requests. */
export interface Simulation {
  readonly requests: number;
  readonly tallies: readonly Tally[];
  /** How many requests go first to another provider under the second set, by from and to. */
  readonly moves: ReadonlyMap<string, Move>;
}

export interface Move {
  readonly from: string;
  readonly to: string;
  requests: number;
}

/**
 * Plans every request by every router. What is known to have become of a request is told to the routers after it, so
 * that success rates and circuits are what they would have been.
 */
export async function simulate(
  routers: readonly FactsRouter[],
  requests: AsyncIterable<ReadRequest>,
  onRequest: () => void,
): Promise<Simulation> {
  const tallies = routers.map(createTally);
  const moves = new Map<string, Move>();
  let total = 0;
  for await (const { facts, result } of requests) {
    total += 1;
    const first = routers.map((router, index) => {
      const provider = count(tallies[index] ?? createTally(), router.plan(facts), facts);
      if (result !== undefined) router.record(facts, result);
      return provider;
    });
    const [from = '', to = from] = first;
    if (from !== to) {
      const key = `${from}\0${to}`;
      const move = moves.get(key) ?? { from, to, requests: 0 };
      move.requests += 1;
      moves.set(key, move);
    }
    onRequest();
  }
  return { requests: total, tallies, moves };
}
