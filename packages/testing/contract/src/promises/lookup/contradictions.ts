import { strict as assert } from 'node:assert';
import { paid, payingBy } from '../../deed/payment.ts';
import type { SurfaceResponse } from '../../harness/http.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { otherCurrency } from '../amounts.ts';
import { newestOf, waysTo } from './finding.ts';

const group = 'lookup';

/** From now on every JSON answer is changed. */
function rewriteJson(stage: Stage, change: (value: unknown) => unknown): void {
  stage.front.rewrite((_request, response): SurfaceResponse => {
    if (!response.headers['content-type']?.includes('json')) return response;
    const value: unknown = JSON.parse(Buffer.from(response.body).toString('utf8'));
    return { ...response, body: Buffer.from(JSON.stringify(change(value))) };
  });
}

/** Lists the items that are about the payment twice, as a provider does that has it twice. */
function doubled(value: unknown, id: string): unknown {
  if (Array.isArray(value)) return value.flatMap((item) => (isAbout(item, id) ? [item, item] : [doubled(item, id)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, doubled(item, id)]));
}

function isAbout(item: unknown, id: string): boolean {
  return typeof item === 'object' && item !== null && Object.values(item).includes(id);
}

export const contradictingLookups: readonly ContractPromise[] = [
  {
    group,
    name: 'an amount that is not the one that was asked for is shown as it is (defects 25, 27)',
    ports: [paying, 'lookup'],
    abilities: ['next.amount'],
    async keep(stage) {
      const outcome = await paid(stage);
      for (const request of waysTo(stage, payingBy(stage.provider), outcome)) {
        stage.world.next?.amount?.(5n);
        const result = await stage.provider.lookup(request);
        if (result.status === 'failed') continue;
        assert.equal(newestOf(result).amount?.toString(), '0.05 USD');
      }
    },
  },
  {
    group,
    name: 'an answer about another payment is not taken for the one that was asked about',
    ports: [paying, 'lookup'],
    abilities: [],
    async keep(stage) {
      const asked = await paid(stage, '12.34');
      const other = await paid(stage, '99.00');
      const ways = waysTo(stage, payingBy(stage.provider), asked);
      for (const [index, request] of waysTo(stage, payingBy(stage.provider), other).entries()) {
        const answers: SurfaceResponse[] = [];
        const replay = { isOn: false };
        stage.front.rewrite((_request, response) => {
          if (replay.isOn) return answers.at(-1) ?? response;
          answers.push(response);
          return response;
        });
        await stage.provider.lookup(request);
        replay.isOn = true;
        const result = await stage.provider.lookup(ways[index] ?? request);
        replay.isOn = false;
        assert.equal(result.status, 'failed');
      }
    },
  },
  {
    group,
    name: 'several transactions with one reference are all shown',
    ports: [paying, 'lookup'],
    abilities: [],
    async keep(stage) {
      const outcome = await paid(stage);
      const lists = { found: 0 };
      rewriteJson(stage, (value) => {
        const changed = doubled(value, outcome.providerReference);
        lists.found = JSON.stringify(changed).length - JSON.stringify(value).length;
        return changed;
      });
      for (const request of waysTo(stage, payingBy(stage.provider), outcome)) {
        lists.found = 0;
        const result = await stage.provider.lookup(request);
        const count = result.status === 'found' ? result.transactions.length : 0;
        // Where the answer is not a list there is nothing to be doubled.
        assert(count === (lists.found > 0 ? 2 : 1) || (lists.found > 0 && result.status === 'failed'), `${count}`);
      }
    },
  },
  {
    group,
    name: 'an answer in another currency is shown as it is, or refused, and never as what was asked for',
    ports: [paying, 'lookup'],
    abilities: [],
    async keep(stage) {
      const outcome = await paid(stage);
      const other = otherCurrency(stage);
      const inOther = (text: string): string =>
        text.replaceAll('"USD"', `"${other}"`).replaceAll('"usd"', `"${other.toLowerCase()}"`);
      rewriteJson(stage, (value) => JSON.parse(inOther(JSON.stringify(value))) as unknown);
      for (const request of waysTo(stage, payingBy(stage.provider), outcome)) {
        const result = await stage.provider.lookup(request);
        if (result.status === 'failed') continue;
        assert.equal(newestOf(result).amount?.toString(), `12.34 ${other}`);
      }
    },
  },
];
