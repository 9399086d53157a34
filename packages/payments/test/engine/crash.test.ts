import { expect, test } from 'vitest';
import type { Payments } from '../../src/index.ts';
import { audit } from '../world/audit.ts';
import { mortal } from '../world/mortal.ts';
import { eur, hour, minute, openStage, order } from '../world/stage.ts';
import type { Stage } from '../world/stage.ts';
import type { TinyProvider } from '../world/tiny-provider.ts';
import { declined, dropped, lost, refused, tinyProvider } from '../world/tiny-provider.ts';

interface Story {
  readonly name: string;
  readonly blind?: boolean;
  prepare(one: TinyProvider, two: TinyProvider): void;
  run(payments: Payments, stage: Stage, one: TinyProvider): Promise<unknown>;
}

const part = { payment: 'order-1', amount: eur('10.00') };
const charge = (payments: Payments): Promise<unknown> => payments.charge(order(), { key: 'order-1' });
const authorize = (payments: Payments): Promise<unknown> => payments.authorize(order(), { key: 'order-1' });

const stories: readonly Story[] = [
  { name: 'a charge', prepare: () => {}, run: charge },
  { name: 'a charge whose answer is lost', prepare: (one) => one.next('charge', lost), run: charge },
  { name: 'a charge whose request is lost', prepare: (one) => one.next('charge', dropped), run: charge },
  { name: 'a failover after a refused connection', prepare: (one) => one.next('charge', refused), run: charge },
  { name: 'a failover after a decline', prepare: (one) => one.next('charge', declined('one')), run: charge },
  {
    name: 'a failover with a lost answer at the second',
    prepare(one, two) {
      one.next('charge', refused);
      two.next('charge', lost);
    },
    run: charge,
  },
  {
    name: 'an authorization and its capture',
    prepare: () => {},
    async run(payments) {
      await authorize(payments);
      await payments.capture(part, { key: 'capture-1' });
    },
  },
  {
    name: 'an authorization and its capture, whose answers are lost, at a provider that cannot be asked',
    blind: true,
    prepare: (one) => one.next('capture', lost, lost),
    async run(payments) {
      await authorize(payments);
      await payments.capture(part, { key: 'capture-1' });
    },
  },
  {
    name: 'an authorization and its void',
    prepare: () => {},
    async run(payments) {
      await authorize(payments);
      await payments.void(part, { key: 'void-1' });
    },
  },
  {
    name: 'a charge and its refund',
    prepare: (one) => one.next('refund', lost),
    async run(payments) {
      await charge(payments);
      await payments.refund({ ...part, reason: 'small' }, { key: 'refund-1' });
    },
  },
  {
    name: 'the reversal of a late success',
    prepare(one) {
      one.next('charge', (act, context) => {
        act();
        return refused(act, context);
      });
    },
    async run(payments, stage, one) {
      await charge(payments);
      await payments.receive('one', one.tell(one.transaction(1)));
      await stage.sleep(10_000);
      await payments.recover();
    },
  },
];

/** Whether the story ended before the process was to die. */
async function dieAt(death: number, story: Story): Promise<boolean> {
  const limits = story.blind === true ? { lookupByReference: ['charge', 'authorize'] as const } : {};
  const [one, two] = [tinyProvider('one', limits), tinyProvider('two')];
  const stage = openStage(one, two);
  story.prepare(one, two);
  const process = mortal(stage.journal, [one, two], death);
  let isOver = false;
  void story
    .run(stage.open(process), stage, one)
    .catch(() => {})
    .finally(() => (isOver = true));
  await stage.clock.advance(3 * minute);
  await stage.recover(10 * minute);
  // The merchant comes again, with the same keys.
  void story.run(stage.open(), stage, one).catch(() => {});
  await stage.clock.advance(3 * minute);
  await stage.recover(10 * hour);
  expect({ death, found: await audit(stage, [one, two]) }).toEqual({ death, found: [] });
  return isOver;
}

test.each(stories)(
  '$name, killed before and after every step, is charged once and found out (defect 6)',
  async (story) => {
    let death = 1;
    while (!(await dieAt(death, story))) death += 1;
    expect(death).toBeGreaterThan(4);
  },
);
