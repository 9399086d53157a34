import { strict as assert } from 'node:assert';
import { pay } from '../../deed/payment.ts';
import type { SurfaceResponse } from '../../harness/http.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { otherCurrency } from '../amounts.ts';

const group = 'money';

/** A payment whose answer names something else was neither approved nor declined, and nothing is claimed that is not so. */
async function requireNothingClaimed(stage: Stage): Promise<void> {
  const context = stage.attempt();
  const outcome = await pay(stage, '12.34', 'approved', context);
  assert(outcome.status === 'unknown' || outcome.status === 'not_sent', outcome.status);
  assert.equal(outcome.error.code, 'contradicting_response');
  if (outcome.status === 'not_sent') assert.equal(stage.movements(context.reference).length, 0);
}

/** From now on the provider's answers have another text in the place of this one. */
function replaceInAnswers(stage: Stage, replace: (text: string) => string): void {
  stage.front.rewrite((_request, response): SurfaceResponse => {
    if (!response.headers['content-type']?.includes('json')) return response;
    return { ...response, body: Buffer.from(replace(Buffer.from(response.body).toString('utf8'))) };
  });
}

export const moneyEchoes: readonly ContractPromise[] = [
  {
    group,
    name: 'an answer with another amount is not an approval of the one that was asked for',
    ports: [paying],
    abilities: ['ledger', 'next.amount'],
    async keep(stage) {
      stage.world.next?.amount?.(5n);
      await requireNothingClaimed(stage);
    },
  },
  {
    group,
    name: 'an answer in another currency is not an approval of the one that was asked for (defect 27)',
    ports: [paying],
    abilities: ['ledger'],
    async keep(stage) {
      const other = otherCurrency(stage);
      replaceInAnswers(stage, (text) =>
        text.replaceAll('"USD"', `"${other}"`).replaceAll('"usd"', `"${other.toLowerCase()}"`),
      );
      await requireNothingClaimed(stage);
    },
  },
  {
    group,
    name: 'an answer that writes the amount with more digits than a number holds is not an approval',
    ports: [paying],
    abilities: ['ledger'],
    async keep(stage) {
      const digits = '12345678901234567890';
      replaceInAnswers(stage, (text) => text.replaceAll(/"amount":("?)[\d.]+/g, `"amount":$1${digits}`));
      const context = stage.attempt();
      const outcome = await pay(stage, '12.34', 'approved', context);
      assert(outcome.status === 'unknown' || outcome.status === 'not_sent', outcome.status);
      if (outcome.status === 'not_sent') assert.equal(stage.movements(context.reference).length, 0);
    },
  },
];
