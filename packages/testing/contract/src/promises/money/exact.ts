import { Money, currencyExponent } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { pay, payingBy } from '../../deed/payment.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { approved } from '../../stage.ts';
import { currenciesOf, usd } from '../amounts.ts';

const group = 'money';

/**
 * The bank has to have just these minor units of just this currency, and outcome and lookup have to say the same. The
 * bank counts by itself, so that a wrong factor on the way out cannot be undone by the same one on the way back.
 */
async function requireExact(stage: Stage, amount: Money): Promise<void> {
  const context = stage.attempt();
  const outcome = approved(await pay(stage, amount, 'approved', context));
  const entries = stage
    .movements(context.reference)
    .map(({ kind, amount: moved, currency }) => ({ kind, moved, currency }));
  const { minorUnits, currency } = amount;
  assert.deepEqual(entries, [{ kind: payingBy(stage.provider), moved: minorUnits, currency }], amount.toString());
  assert.equal(outcome.amount.toString(), amount.toString());
}

/** Each currency with an amount of its own: providers take two equal payments of a card for one that is repeated. */
async function requireExactInAll(stage: Stage, amountOf: (index: number, digits: number) => bigint): Promise<void> {
  for (const [index, currency] of currenciesOf(stage).entries()) {
    await requireExact(stage, Money.of(amountOf(index, currencyExponent(currency)), currency));
  }
}

export const exactMoney: readonly ContractPromise[] = [
  {
    group,
    name: 'the smallest amounts of every currency are taken to the minor unit (defect 60)',
    ports: [paying],
    abilities: ['ledger'],
    keep: (stage) => requireExactInAll(stage, (index) => BigInt(index) + 1n),
  },
  {
    group,
    name: 'whole amounts of every currency are taken to the minor unit (defect 60)',
    ports: [paying],
    abilities: ['ledger'],
    keep: (stage) => requireExactInAll(stage, (index, digits) => (BigInt(index) + 1000n) * 10n ** BigInt(digits)),
  },
  {
    group,
    name: 'large amounts of every currency are taken to the minor unit (defects 60, 61)',
    ports: [paying],
    abilities: ['ledger'],
    keep: (stage) => requireExactInAll(stage, (index) => 123_456_789_001n + BigInt(index) * 10_007n),
  },
  {
    group,
    name: 'amounts that binary fractions get wrong are taken to the minor unit (defect 61)',
    ports: [paying],
    abilities: ['ledger'],
    async keep(stage) {
      const known = [
        '8.20',
        '0.07',
        '0.29',
        '0.57',
        '0.58',
        '1.01',
        '1.10',
        '1.13',
        '1.15',
        '2.01',
        '2.05',
        '4.02',
        '4.35',
      ];
      const more = [
        '9.95',
        '16.08',
        '19.99',
        '64.10',
        '69.30',
        '110.11',
        '579.30',
        '1130.60',
        '4035.55',
        '9007199.25',
        '70368744.18',
      ];
      for (const amount of [...known, ...more]) await requireExact(stage, usd(amount));
    },
  },
  {
    group,
    name: 'a lookup reads an amount of each number of digits as it was taken (defect 60)',
    ports: [paying, 'lookup'],
    abilities: ['ledger'],
    async keep(stage) {
      const byDigits = Map.groupBy(currenciesOf(stage), currencyExponent);
      for (const [digits, [currency = 'USD']] of byDigits) {
        const amount = Money.of(1_234_560n + BigInt(digits), currency);
        const outcome = approved(await pay(stage, amount));
        const { providerReference } = outcome;
        const found = await stage.provider.lookup({ operation: payingBy(stage.provider), providerReference });
        const told = found.status === 'found' ? found.transactions[0].amount?.toString() : found.status;
        assert.equal(told, amount.toString());
      }
    },
  },
  {
    group,
    name: 'an amount of so many digits that a number loses some is taken to the minor unit, or refused',
    ports: [paying],
    abilities: ['ledger'],
    async keep(stage) {
      const amounts = [
        '999999999999.99',
        '9999999999999.99',
        '99999999999999.99',
        '90071992547409.93',
        '900719925474099.31',
      ];
      for (const amount of [...amounts, '12345678901234567.89', '1234567890123456789012.34'].map(usd)) {
        const context = stage.attempt();
        const taken = (): bigint => stage.movements(context.reference).reduce((sum, entry) => sum + entry.amount, 0n);
        const outcome = await pay(stage, amount, 'approved', context).catch((error: unknown) => error);
        const isTaken =
          typeof outcome === 'object' && outcome !== null && 'status' in outcome && outcome.status === 'approved';
        assert.equal(taken(), isTaken ? amount.minorUnits : 0n, amount.toString());
      }
    },
  },
];
