import { createMemoryJournal } from '@ducat/journal-memory';
import { createRouter } from '@ducat/router';
import { createVirtualClock } from '@ducat/simulator';
import { createDice } from '../chance/dice.ts';
import { Coverage } from '../faults/coverage.ts';
import { Injector } from '../faults/injector.ts';
import type { Cell, Place, ProviderId } from '../faults/steps.ts';
import { Violations } from '../invariants/violations.ts';
import { accountSecrets } from '../network/accounts.ts';
import { faultyTransport } from '../network/faulty-transport.ts';
import type { NetworkSurroundings } from '../network/journey.ts';
import { outagesOf } from '../network/outages.ts';
import type { AdapterMakers, Platforms } from '../network/platforms.ts';
import { createAdapters, createPlatforms, realAdapters } from '../network/platforms.ts';
import { PostOffice } from '../network/post-office.ts';
import { Calls } from '../process/calls.ts';
import { Cluster } from '../process/cluster.ts';
import { faultyJournal } from '../process/faulty-journal.ts';
import { Owners } from '../process/owners.ts';
import type { CreatePayments, Process } from '../process/process.ts';
import { StoredBytes } from '../process/stored-bytes.ts';
import { MerchantSubscriber } from '../process/subscriber.ts';
import { taggedProvider } from '../process/tagged-provider.ts';
import { BankOffice } from '../scenario/bank-office.ts';
import { cardNumbers, securityCode } from '../scenario/cards.ts';
import { Marks } from '../scenario/marks.ts';
import { Merchant } from '../scenario/merchant.ts';
import type { Plan } from '../scenario/plan.ts';
import { planOf } from '../scenario/plan.ts';
import { Told } from '../scenario/told.ts';
import type { Stage } from '../scenario/flows.ts';
import { Trace } from '../trace/trace.ts';
import { routes } from './routes.ts';
import { times } from './times.ts';

export interface WorldOrder {
  readonly createPayments: CreatePayments;
  /** Default: the real ones. */
  readonly adapters?: AdapterMakers;
  readonly seed: number;
  /** Numbers of the cases to be played. */
  readonly cases: readonly number[];
  /** 10: all faults ten times as often. */
  readonly factor: number;
  readonly wishes: ReadonlyMap<string, Cell>;
  /** Only these faults happen. */
  readonly only?: ReadonlySet<string> | undefined;
  readonly keepStory: boolean;
}

/** The whole library with everything around it, ready to be played. */
export interface World {
  readonly clock: ReturnType<typeof createVirtualClock>;
  readonly truth: ReturnType<typeof createMemoryJournal>;
  readonly trace: Trace;
  readonly coverage: Coverage;
  readonly injector: Injector;
  readonly violations: Violations;
  readonly owners: Owners;
  readonly calls: Calls;
  readonly stored: StoredBytes;
  readonly platforms: Platforms;
  readonly cluster: Cluster;
  readonly subscriber: MerchantSubscriber;
  readonly postOffice: PostOffice;
  readonly told: Told;
  readonly toldByEvents: Told;
  readonly stage: Stage;
  readonly plans: readonly Plan[];
  readonly doubled: ReadonlyMap<string, number>;
}

export function createWorld(order: WorldOrder): World {
  const { seed, factor, wishes, only, cases } = order;
  const clock = createVirtualClock(times.begin);
  const dice = createDice(seed);
  const trace = new Trace(() => clock.now(), order.keepStory);
  const coverage = new Coverage();
  // Every storm passes: what it left open is found out about in ordinary weather.
  const currentFactor = (): number => (clock.now() < times.begin + times.slowAfter ? factor : Math.min(factor, 1));
  const injector = new Injector({ dice, factor: currentFactor, coverage, wishes, only });
  const violations = new Violations();
  const [owners, calls, marks] = [new Owners(), new Calls(), new Marks()];
  const stored = new StoredBytes([...Object.values(cardNumbers), `"${securityCode}"`, ...accountSecrets]);
  const memory = createMemoryJournal();
  const truth = stored.watching(memory);
  const tokens = new Map<string, string>();
  const plans = cases.map((number) => planOf(dice, number, times.busy, wishes.get(`p${number}`)));
  const planByKey = new Map(plans.map((plan) => [plan.key, plan]));
  const placeByOwner = new Map<string, Place>();
  const doubled = new Map<string, number>();
  const outages = outagesOf(dice.stream('outages'), times.begin, times.begin + times.busy).filter(
    (_, number) => only?.has(`outage/${number}:down`) ?? true,
  );
  const isDown = (provider: ProviderId): boolean =>
    outages.some((one) => one.provider === provider && one.from <= clock.now() && clock.now() < one.until);
  // The cluster comes last; until then nobody asks for a process.
  let cluster: Cluster | undefined;
  const pick = (number: number): Process | undefined => cluster?.pick(number);
  const postOffice = new PostOffice({ clock, dice, injector, trace, owners, violations, pick });
  const platforms = createPlatforms(clock, seed, (provider, message) => postOffice.deliver(provider, message));
  const office = new BankOffice({
    clock,
    dice,
    platforms: () => platforms,
    planOf: (owner) => planByKey.get(owner),
  });
  const network = (id: ProviderId): NetworkSurroundings => ({
    platform: platforms.byId[id],
    injector,
    trace,
    clock,
    dice,
    isDown,
    onCall({ payment, reference, step }) {
      placeByOwner.set(payment, id);
      marks.meet(injector, reference, { place: id, step });
    },
    beforeAct: (journey) => office.prepare(journey),
    onAct: (journey, response) => office.attend(journey, response),
    onDoubled(reference, twin) {
      doubled.set(reference, (doubled.get(reference) ?? 0) + 1);
      office.attendTwin(owners.ofReference(reference), twin);
    },
  });
  const [told, toldByEvents] = [new Told(violations), new Told(violations)];
  const hadWrongClock = (milliseconds: number): boolean => cluster?.hadWrongClock(milliseconds) ?? false;
  const subscriber = new MerchantSubscriber({
    clock,
    dice,
    told: toldByEvents,
    trace,
    owners,
    violations,
    hadWrongClock,
  });
  cluster = new Cluster(
    3,
    {
      createPayments: order.createPayments,
      truth: clock,
      trace,
      recoverEvery: times.recoverWhileBusy,
      subscriber: (event) => subscriber.hear(event),
      vault: { save: async (token, { payment }) => void tokens.set(payment, token.toStorage()) },
      connect(process) {
        const transports = {
          paymega: faultyTransport(network('paymega'), process),
          paycross: faultyTransport(network('paycross'), process),
        };
        const adapters = createAdapters(order.adapters ?? realAdapters, transports, platforms.paycross.publicKey);
        const watched = { clock: process.clock, owners, calls, process: process.name };
        process.onDeath(() => calls.died(process.name));
        const providers = [taggedProvider(adapters.paymega, watched), taggedProvider(adapters.paycross, watched)];
        const isIdle = (step: 'lease' | 'outbox', now: number): boolean =>
          step === 'lease' ? !stored.isDue(now) : !stored.hasMessages;
        const placeOf = (owner: string): Place => placeByOwner.get(owner) ?? planByKey.get(owner)?.first ?? 'paymega';
        return {
          journal: faultyJournal({ truth, isIdle, clock, injector, trace, owners, calls, process, placeOf }),
          providers,
          router: createRouter({ providers, routes }),
        };
      },
    },
    dice.stream('cluster'),
  );
  const merchant = new Merchant({ clock, dice, injector, trace, told, violations, marks, pick });
  const browser = platforms.network.send;
  const stage: Stage = { merchant, dice, injector, marks, trace, told, browser, tokens, pick };
  return {
    clock,
    truth: memory,
    trace,
    coverage,
    injector,
    violations,
    owners,
    calls,
    stored,
    platforms,
    cluster,
    subscriber,
    postOffice,
    told,
    toldByEvents,
    stage,
    plans,
    doubled,
  };
}
