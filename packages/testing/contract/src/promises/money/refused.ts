import type { Money } from '@ducat/core';
import { Money as Amount, currencyCodes } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { payFor } from '../../deed/payment.ts';
import { requireEmptyLedger } from '../../judgement/balance.ts';
import { requireNothingSent } from '../../judgement/refusal.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { currenciesOf, usd } from '../amounts.ts';

const group = 'money';

const nothings = [usd('0'), usd('-0.01'), usd('-12.34'), Amount.parse('0', 'JPY'), Amount.parse('-1', 'JPY')];

/** Amounts as code without types would give them. */
const noMoney: readonly unknown[] = [
  12.34,
  '12.34',
  1234n,
  null,
  undefined,
  { minorUnits: 1234n, currency: 'USD' },
  Number.NaN,
];

/** Every call that a new payment can be made by, with this amount. */
function payments(stage: Stage, amount: Money): readonly (() => Promise<unknown>)[] {
  const { provider } = stage;
  const source = stage.source();
  const order = { ...stage.order(), amount };
  const calls = [() => payFor(stage, { ...order, source }, stage.attempt())];
  if (source.kind !== 'card') return calls;
  if ('authorize' in provider) calls.push(() => provider.authorize({ ...order, source }, stage.attempt()));
  if ('tokenize' in provider) {
    calls.push(() =>
      provider.tokenize({ ...order, source, usage: ['recurring'], onPayment: 'allow' }, stage.attempt()),
    );
  }
  if ('payout' in provider) {
    calls.push(() => provider.payout({ amount, destination: source, description: 'A hat' }, stage.attempt()));
  }
  return calls;
}

export const refusedMoney: readonly ContractPromise[] = [
  {
    group,
    name: 'an amount of nothing or of less is refused before anything is sent (defect 42)',
    ports: [paying],
    abilities: [],
    async keep(stage) {
      for (const amount of nothings) {
        for (const call of payments(stage, amount)) {
          assert.equal((await requireNothingSent(stage, call)).code, 'invalid_request', amount.toString());
        }
      }
    },
  },
  {
    group,
    name: 'what is no amount is refused before anything is sent (defect 61)',
    ports: [paying],
    abilities: [],
    async keep(stage) {
      for (const amount of noMoney) {
        for (const call of payments(stage, amount as Money)) {
          assert.equal((await requireNothingSent(stage, call)).code, 'invalid_request', String(amount));
        }
      }
    },
  },
  {
    group,
    name: 'an amount in a currency that limits.currencies does not name is refused before anything is sent',
    ports: [paying],
    abilities: ['ledger'],
    async keep(stage) {
      const taken = new Set(currenciesOf(stage));
      for (const currency of currencyCodes.filter((code) => !taken.has(code))) {
        for (const call of payments(stage, Amount.parse('100', currency))) {
          const { code } = await requireNothingSent(stage, call);
          assert(code === 'unsupported' || code === 'invalid_request', `${currency}: ${code}`);
        }
      }
      requireEmptyLedger(stage);
    },
  },
];
