import { strict as assert } from 'node:assert';
import type { SurfaceResponse } from '../../harness/http.ts';
import { balanceOf } from '../../judgement/balance.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { otherCurrency } from '../amounts.ts';

const group = 'money';

/** A charge whose answer names something else was neither approved nor declined, and nothing is claimed that is not so. */
async function requireNothingClaimed(stage: Stage): Promise<void> {
  const context = stage.attempt();
  const outcome = await stage.charge('12.34', 'approved', context);
  assert(outcome.status === 'unknown' || outcome.status === 'not_sent', outcome.status);
  assert.equal(outcome.error.code, 'contradicting_response');
  if (outcome.status === 'not_sent') assert.equal(balanceOf(stage, context.reference).taken, 0n);
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
    ports: ['charge'],
    abilities: ['ledger', 'next.amount'],
    async keep(stage) {
      stage.world.next?.amount?.(5n);
      await requireNothingClaimed(stage);
    },
  },
  {
    group,
    name: 'an answer in another currency is not an approval of the one that was asked for (defect 27)',
    ports: ['charge'],
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
    ports: ['charge'],
    abilities: ['ledger'],
    async keep(stage) {
      const digits = '12345678901234567890';
      replaceInAnswers(stage, (text) => text.replaceAll(/"amount":("?)[\d.]+/g, `"amount":$1${digits}`));
      const context = stage.attempt();
      const outcome = await stage.charge('12.34', 'approved', context);
      assert(outcome.status === 'unknown' || outcome.status === 'not_sent', outcome.status);
      if (outcome.status === 'not_sent') assert.equal(balanceOf(stage, context.reference).taken, 0n);
    },
  },
];
