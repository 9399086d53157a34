import type { Payments, PaymentsEvent, Review } from '../../src/index.ts';
import type { World } from '../world/world.ts';
import { openWorld, order } from '../world/world.ts';

const day = 24 * 60 * 60_000;

export interface InReview {
  readonly world: World;
  readonly payments: Payments;
  readonly review: Review;
  readonly events: PaymentsEvent[];
  /** The provider answers lookups again. */
  readonly repair: () => void;
}

/** A charge of which the provider never says what became of it, until a person has to look. */
export async function unclear(): Promise<InReview> {
  const world = openWorld(['paycross', 'paymega']);
  const events: PaymentsEvent[] = [];
  const subscribers = [(event: PaymentsEvent): void => void events.push(event)];
  let isDown = true;
  const { lookup } = world.paycross.provider;
  const maintained: typeof lookup = async (...given) => {
    if (isDown) throw new Error('down for maintenance');
    return await lookup(...given);
  };
  const payments = world.open({
    providers: [{ ...world.paycross.provider, lookup: maintained }],
    recovery: { lookupsBeforeReview: 5, maximumLookups: 7, delaysMilliseconds: [1000, 1000, 1000, 1000, 1000, day] },
    limits: { operationMilliseconds: 2000 },
    subscribers,
  });
  world.paycross.transport.next('response_lost');
  const running = payments.charge(order({ webhookUrl: 'https://paycross.shop.test/webhooks' }), { key: 'order-1' });
  await world.clock.advance(120_000);
  await running;
  const [review] = await payments.reviews();
  if (review === undefined) throw new Error('nobody was asked');
  const repair = (): void => {
    isDown = false;
  };
  return { world, payments, review, events, repair };
}
