import { allChecks } from '../invariants/all.ts';
import { readBanks } from '../invariants/banks.ts';
import { readBook } from '../invariants/book.ts';
import type { Case, Evidence } from '../invariants/evidence.ts';
import type { Violation } from '../invariants/violations.ts';
import { play } from '../scenario/flows.ts';
import type { Told } from '../trace/trace.ts';
import { times } from './times.ts';
import type { World, WorldOrder } from './world.ts';
import { createWorld } from './world.ts';

/** What a world came to. */
export interface WorldReport {
  readonly seed: number;
  readonly traceHash: string;
  readonly cases: number;
  readonly events: number;
  readonly calls: number;
  readonly appends: number;
  readonly deaths: number;
  readonly payments: number;
  readonly reviews: Readonly<Record<string, number>>;
  readonly results: Readonly<Record<string, number>>;
  readonly coverage: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
  /** How many faults happened. */
  readonly faults: number;
  /** Their names. */
  readonly met: readonly string[];
  readonly story: readonly Told[];
}

/** Plays all cases of a world to their end, and checks what is left. */
export async function runWorld(order: WorldOrder): Promise<WorldReport> {
  const world = createWorld(order);
  const { clock, cluster, stage, plans, violations, trace } = world;
  for (const plan of plans) {
    clock.schedule(plan.startsAfter, () => {
      play(stage, plan).catch((error: unknown) => {
        violations.add(11, plan.key, `the case itself failed: ${error instanceof Error ? error.stack : String(error)}`);
      });
    });
  }
  clock.schedule(times.slowAfter, () => {
    void cluster.redeploy(times.recoverLater);
  });
  await clock.advance(times.end);
  await drain(world);
  cluster.close();
  const evidence = await evidenceOf(world);
  for (const check of allChecks) check(evidence, violations);
  return reportOf(order, world, evidence, trace.digest());
}

/** The last messages reach their subscribers before anybody complains that they did not. */
async function drain({ stored, clock }: World): Promise<void> {
  for (let rounds = 0; rounds < 30 && stored.hasMessages; rounds += 1) await clock.advance(times.recoverLater);
}

async function evidenceOf(world: World): Promise<Evidence> {
  const { truth, platforms, owners, doubled, plans, told, toldByEvents, subscriber, calls, stored, postOffice } = world;
  const ledgers = readBanks(platforms, (reference) => owners.ofReference(reference));
  const book = await readBook(truth);
  const byOwner = Map.groupBy(book, ({ payment }) => owners.ofReference(payment));
  const known = new Set([...plans.map(({ key }) => key), ...ledgers.keys(), ...byOwner.keys()]);
  const cases = [...known].map((owner): Case => {
    return { owner, ledger: ledgers.get(owner) ?? [], payments: byOwner.get(owner) ?? [], doubled };
  });
  return { cases, told, toldByEvents, events: subscriber, calls, stored, forged: postOffice.forged };
}

function reportOf(order: WorldOrder, world: World, { cases }: Evidence, traceHash: string): WorldReport {
  const operations = cases.flatMap(({ payments }) => payments).flatMap((payment) => payment.operations);
  const reviews = operations.flatMap((operation) => operation.reviews.map(({ reason = '' }) => plain(reason)));
  const results = operations.map(({ begun, settled }) => `${begun.kind ?? ''} ${settled[0]?.result ?? 'open'}`);
  const { trace, calls, stored, cluster, coverage, violations, injector } = world;
  return {
    seed: order.seed,
    traceHash,
    cases: order.cases.length,
    events: trace.events,
    calls: calls.total,
    appends: stored.appends,
    deaths: cluster.deaths,
    payments: cases.reduce((sum, { payments }) => sum + payments.length, 0),
    reviews: countOf(reviews),
    results: countOf(results),
    coverage: coverage.toRecord(),
    violations: violations.all,
    faults: injector.met.length,
    met: injector.met,
    story: trace.story,
  };
}

/** The reason without what differs from payment to payment. */
function plain(reason: string): string {
  return reason.replaceAll(/\d[\d.,]*/g, 'n');
}

function countOf(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words.toSorted()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
