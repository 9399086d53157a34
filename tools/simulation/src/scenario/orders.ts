import type { Operation } from '@ducat/core';
import type { Order } from './merchant.ts';
import type { Plan } from './plan.ts';
import { amountOf, authorizeRequest, chargeRequest, payoutRequest, tokenizeRequest } from './requests.ts';

/** What the case begins with. */
export function firstOrder(plan: Plan): Order {
  const { key, flow, amount } = plan;
  const common = { owner: key, key };
  const what = amountOf(plan, amount).toString();
  if (flow === 'captures' || flow === 'void' || (flow === 'race' && plan.number % 2 === 0)) {
    return {
      ...common,
      words: `authorizes ${what}`,
      ask: (payments) => payments.authorize(authorizeRequest(plan), { key }),
      askOther: (payments) => payments.authorize(authorizeRequest(plan, amount + 1), { key }),
    };
  }
  if (flow === 'token') {
    return {
      ...common,
      words: `stores a card with ${what}`,
      ask: (payments) => payments.tokenize(tokenizeRequest(plan), { key }),
      askOther: (payments) => payments.tokenize(tokenizeRequest(plan, amount + 1), { key }),
    };
  }
  if (flow === 'payout') {
    return {
      ...common,
      words: `pays out ${what}`,
      ask: (payments) => payments.payout(payoutRequest(plan), { key }),
      askOther: (payments) => payments.payout(payoutRequest(plan, amount + 1), { key }),
    };
  }
  return {
    ...common,
    words: `charges ${what}`,
    ask: (payments) => payments.charge(chargeRequest(plan), { key }),
    askOther: (payments) => payments.charge(chargeRequest(plan, amount + 1), { key }),
  };
}

export type Following = Extract<Operation, 'capture' | 'void' | 'refund'>;

/** What is done about the payment of a case. */
export function followOrder(plan: Plan, kind: Following, key: string, minorUnits: number): Order {
  const amount = amountOf(plan, minorUnits);
  const request = { payment: plan.key, amount };
  const verbs = { capture: 'captures', void: 'voids', refund: 'refunds' } as const;
  return {
    owner: plan.key,
    key,
    words: `${verbs[kind]} ${amount.toString()} of ${plan.key}`,
    ask: (payments) =>
      kind === 'refund'
        ? payments.refund({ ...request, reason: 'returned' }, { key })
        : payments[kind](request, { key }),
  };
}
