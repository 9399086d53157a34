import type { OperationResult } from '@ducat/payments';
import type { Random, Send } from '@ducat/simulator';
import { between, happens } from '../chance/choose.ts';
import type { Dice } from '../chance/dice.ts';
import type { Injector } from '../faults/injector.ts';
import type { Ending, Merchant, Order } from './merchant.ts';
import type { Marks } from './marks.ts';
import type { Following } from './orders.ts';
import { firstOrder, followOrder } from './orders.ts';
import type { Plan } from './plan.ts';
import { amountOf, tokenChargeRequest } from './requests.ts';
import { pass } from './challenge.ts';
import type { ChallengeSurroundings } from './challenge.ts';

export interface Stage extends ChallengeSurroundings {
  readonly merchant: Merchant;
  readonly dice: Dice;
  readonly injector: Injector;
  readonly marks: Marks;
  readonly browser: Send;
  /** Tokens that were stored, by payment. */
  readonly tokens: ReadonlyMap<string, string>;
}

const minute = 60_000;

/** Plays one case from its beginning to the point at which nobody wants anything more. */
export async function play(stage: Stage, plan: Plan): Promise<void> {
  const random = stage.dice.stream(`case/${plan.key}`);
  const first = firstOrder(plan);
  const begun = await beginning(stage, plan, first, plan.key);
  if (begun?.status !== 'approved') return;
  await stage.merchant.pause(between(random, 1000, 120 * minute));
  switch (plan.flow) {
    case 'refunds':
      return await refunds(stage, plan, random, plan.amount);
    case 'captures':
      return await captures(stage, plan, random, begun);
    case 'void':
      return await voiding(stage, plan, random);
    case 'token':
      return await payByToken(stage, plan, random);
    case 'race':
      return await race(stage, plan);
    case 'greed':
      await forbidden(stage, plan, 'refund', `${plan.key}-r1`, plan.amount + 1);
      return void (await follow(stage, plan, 'refund', `${plan.key}-r2`, plan.amount));
    case 'charge':
    case 'payout':
  }
}

/** The first operation with its challenge, until its end is known. */
async function beginning(
  stage: Stage,
  plan: Plan,
  order: Order,
  payment: string,
): Promise<OperationResult | undefined> {
  const { marks, merchant } = stage;
  if (plan.card === 'declined' || plan.card === 'declined_after_challenge') marks.add(order.key, 'decline');
  if (plan.card === 'pending') marks.add(order.key, 'asynchronous');
  const ending: Ending = await merchant.perform(order);
  if (ending === 'refused') return undefined;
  if (typeof ending === 'object' && ending.status === 'action_required') await pass(stage, plan, ending);
  return await merchant.untilFinal(plan.key, payment, order.key);
}

async function follow(
  stage: Stage,
  plan: Plan,
  kind: Following,
  key: string,
  amount: number,
): Promise<OperationResult | undefined> {
  const ending = await stage.merchant.perform(followOrder(plan, kind, key, amount));
  return ending === 'refused' ? undefined : await stage.merchant.untilFinal(plan.key, plan.key, key);
}

/** What was voided cannot be captured any more. */
async function voiding(stage: Stage, plan: Plan, random: Random): Promise<void> {
  const voided = await follow(stage, plan, 'void', `${plan.key}-v1`, plan.amount);
  if (voided?.status !== 'approved' || !happens(random, 30)) return;
  await forbidden(stage, plan, 'capture', `${plan.key}-c1`, plan.amount);
}

/** Asks for what has to be refused. */
async function forbidden(stage: Stage, plan: Plan, kind: Following, key: string, amount: number): Promise<void> {
  await stage.merchant.perform({ ...followOrder(plan, kind, key, amount), isForbidden: true });
}

async function refunds(stage: Stage, plan: Plan, random: Random, taken: number): Promise<void> {
  let left = taken;
  for (let number = 1; number <= 3 && left > 10; number += 1) {
    const amount = happens(random, 35) ? left : between(random, 1, left - 1);
    const refunded = await follow(stage, plan, 'refund', `${plan.key}-r${number}`, amount);
    if (refunded === undefined) return;
    if (refunded.status === 'approved') left -= amount;
    await stage.merchant.pause(between(random, 1000, 60 * minute));
  }
}

async function captures(stage: Stage, plan: Plan, random: Random, held: OperationResult): Promise<void> {
  const isSplit = 'provider' in held && held.provider === 'paycross' && happens(random, 40);
  const parts = isSplit ? splitOf(random, plan.amount) : [happens(random, 50) ? plan.amount : plan.amount - 7];
  let taken = 0;
  for (const [index, part] of parts.entries()) {
    const captured = await follow(stage, plan, 'capture', `${plan.key}-c${index + 1}`, part);
    if (captured?.status === 'approved') taken = Math.max(taken, part);
    await stage.merchant.pause(between(random, 1000, 30 * minute));
  }
  if (taken > 10 && happens(random, 50)) await refunds(stage, plan, random, taken);
}

function splitOf(random: Random, amount: number): readonly number[] {
  const part = between(random, 1, amount - 2);
  return [part, amount - part - (random.integer(2) === 0 ? 0 : 1)].filter((one) => one > 0);
}

/** Two of the same at once, each for all that there is: one of them has to be refused. */
async function race(stage: Stage, plan: Plan): Promise<void> {
  const kind = plan.number % 2 === 0 ? 'capture' : 'refund';
  await Promise.all([1, 2].map((number) => follow(stage, plan, kind, `${plan.key}-x${number}`, plan.amount)));
}

async function payByToken(stage: Stage, plan: Plan, random: Random): Promise<void> {
  const stored = stage.tokens.get(plan.key);
  if (stored === undefined) return;
  const key = `${plan.key}-t1`;
  const amount = between(random, 500, plan.amount);
  const words = `charges ${amountOf(plan, amount).toString()} by token`;
  await beginning(
    stage,
    plan,
    {
      owner: plan.key,
      key,
      words,
      ask: (payments) => payments.charge(tokenChargeRequest(plan, stored, amount), { key }),
    },
    key,
  );
}
