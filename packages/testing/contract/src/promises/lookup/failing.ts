import type { LookupRequest, Outcome } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { paid, pay, payingBy } from '../../deed/payment.ts';
import { withoutStrays } from '../../deed/strays.ts';
import { balanceOf } from '../../judgement/balance.ts';
import type { Fault } from '../../network/fault.ts';
import { faultsAfter, faultsBefore } from '../../network/faults.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { approved } from '../../stage.ts';
import { newestOf, waysTo } from './finding.ts';

const group = 'lookup';

function answer(name: string, status: number, type: string, body: string): Fault {
  return {
    name,
    acts: false,
    show: (outgoing) => outgoing.writeHead(status, { 'content-type': type }).end(body),
  };
}

/** Answers of whatever stands before a provider; none of them knows the payment. */
const strangers: readonly Fault[] = [
  answer('HTTP 404 with a page', 404, 'text/html', '<html><body>Not Found</body></html>'),
  answer('HTTP 404 with nothing', 404, 'text/plain', ''),
  answer('HTTP 403 with a page', 403, 'text/html', '<html><body>Forbidden</body></html>'),
  answer('HTTP 429 with nothing', 429, 'text/plain', ''),
  answer('HTTP 302 to elsewhere', 302, 'text/html', ''),
  answer('HTTP 204 with nothing', 204, 'text/plain', ''),
  answer('an empty list of nothing', 200, 'application/json', '[]'),
  answer('null', 200, 'application/json', 'null'),
  answer('an object without anything', 200, 'application/json', '{}'),
];

export const failingLookups: readonly ContractPromise[] = [
  {
    group,
    name: 'a lookup that fails says nothing of the payment, least of all that there is none (defects 13, 45, 46)',
    ports: [paying, 'lookup'],
    abilities: [],
    async keep(stage) {
      const outcome = await paid(stage);
      for (const request of waysTo(stage, payingBy(stage.provider), outcome)) {
        for (const fault of [...faultsBefore, ...faultsAfter, ...strangers]) {
          stage.front.plan(fault);
          const result = await withoutStrays(() => stage.provider.lookup(request));
          if (result.status !== 'failed') assert.fail(`${fault.name}: ${result.status}`);
          assert.equal(result.error.effect, 'none', fault.name);
        }
        assert.equal(newestOf(await stage.provider.lookup(request)).outcome.status, 'approved');
      }
    },
  },
  {
    group,
    name: 'after a lost request or answer the lookup tells what the bank did',
    ports: [paying, 'lookup'],
    abilities: ['ledger'],
    async keep(stage) {
      const before = stage.front.seen.length;
      await paid(stage, '9.00');
      const requests = stage.front.seen.length - before;
      const faults = [...faultsBefore.slice(0, 3), ...faultsAfter.slice(0, 3)];
      const losses = faults.flatMap((fault) => Array.from({ length: requests }, (_, nth) => ({ fault, nth })));
      for (const [index, { fault, nth }] of losses.entries()) {
        const context = stage.attempt();
        stage.front.plan(fault, nth);
        const outcome = await pay(stage, `${index + 10}.00`, 'approved', context);
        const { taken, held } = balanceOf(stage, context.reference);
        const way = wayTo(stage, context.reference, outcome);
        if (way === undefined) continue;
        const result = await stage.provider.lookup({ operation: payingBy(stage.provider), ...way });
        const when = `${fault.name}, request ${nth}`;
        const moved = taken + held;
        if (moved > 0n) assert.equal(approved(newestOf(result).outcome).amount.minorUnits, moved, when);
        else assert(result.status !== 'found' || newestOf(result).outcome.status !== 'approved', when);
      }
    },
  },
];

function wayTo(stage: Stage, reference: string, outcome: Outcome): Partial<LookupRequest> | undefined {
  if (stage.provider.limits.lookupByReference.includes(payingBy(stage.provider))) return { reference };
  const known = 'providerReference' in outcome ? outcome.providerReference : undefined;
  return known === undefined ? undefined : { providerReference: known };
}
