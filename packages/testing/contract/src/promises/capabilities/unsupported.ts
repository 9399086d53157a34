import type { Operation, Port } from '@ducat/core';
import { CardToken, currencyCodes, supports } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { ask } from '../../deed/ask.ts';
import { operations } from '../../deed/operations.ts';
import { payFor, payingBy } from '../../deed/payment.ts';
import { assertDucatError } from '../../deed/shape.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

const group = 'capabilities';

/** What cannot be done is said before anything is sent. */
export const unsupported: readonly ContractPromise[] = [
  ...(['charge', 'authorize', 'payout'] as const).map(foreignToken),
  {
    group,
    name: 'tokenize charges only with permission where a token is the by-product of a payment',
    ports: ['tokenize'],
    abilities: [],
    async keep(stage) {
      if (stage.provider.limits.tokenize === 'standalone') return;
      const source = { kind: 'card', card: stage.card() };
      const request = { ...stage.order(), source, usage: ['recurring'] };
      await assertRefused(stage, 'tokenize', request, ['unsupported']);
      await assertRefused(stage, 'tokenize', { ...request, onPayment: 'refuse' }, ['unsupported']);
    },
  },
  {
    group,
    name: "the provider's own page is offered with an action, or refused as unsupported before anything is sent",
    ports: [paying],
    abilities: [],
    async keep(stage) {
      const request = { ...stage.order(), source: { kind: 'hosted' } as const };
      const before = stage.front.seen.length;
      try {
        const outcome = await payFor(stage, request, stage.attempt());
        assert.equal(outcome.status, 'action_required');
      } catch (thrown) {
        if (thrown instanceof assert.AssertionError) throw thrown;
        assert.equal(assertDucatError(thrown).code, 'unsupported');
        assert.equal(stage.front.seen.length, before, 'no request was made');
      }
    },
  },
  {
    group,
    name: 'a lookup by a reference that the provider does not keep is refused as unsupported before anything is sent',
    ports: ['lookup'],
    abilities: [],
    async keep(stage) {
      const names: readonly Operation[] = operations.map(({ operation }) => operation);
      const kept = stage.provider.limits.lookupByReference;
      for (const operation of names) {
        if (kept.includes(operation) || !supports(stage.provider, operation)) continue;
        await assertRefused(stage, 'lookup', { operation, reference: 'attempt-1' }, ['unsupported']);
      }
    },
  },
  {
    group,
    name: 'a currency outside the limits is refused before anything is sent',
    ports: [paying],
    abilities: [],
    async keep(stage) {
      const { currencies } = stage.provider.limits;
      if (currencies === 'any') return;
      const other = currencyCodes.find((code) => !currencies.includes(code));
      if (other === undefined) return;
      const source = { kind: 'card', card: stage.card() };
      await assertRefused(stage, payingBy(stage.provider), { ...stage.order('12', other), source }, [
        'unsupported',
        'invalid_request',
      ]);
    },
  },
];

function foreignToken(port: 'charge' | 'authorize' | 'payout'): ContractPromise {
  return {
    group,
    name: `${port} refuses a token of another provider before anything is sent`,
    ports: [port],
    abilities: [],
    async keep(stage) {
      const token = new CardToken({ provider: 'somebody-else', value: 'tok-1', customerReference: 'customer-1' });
      const usages = port === 'payout' ? ['credit'] : ['recurring', 'oneclick'];
      for (const usage of usages) {
        const initiator = usage === 'oneclick' ? 'customer' : 'merchant';
        const source = { kind: 'token', token, usage, initiator };
        const { amount } = stage.order();
        const request =
          port === 'payout' ? { amount, destination: source, description: 'A hat' } : { ...stage.order(), source };
        await assertRefused(stage, port, request, ['invalid_request', 'unsupported']);
      }
    },
  };
}

async function assertRefused(stage: Stage, port: Port, request: unknown, codes: readonly string[]): Promise<void> {
  assert(supports(stage.provider, port));
  const before = stage.front.seen.length;
  const thrown: unknown = await ask(stage.provider, port, request, stage.attempt()).then(
    (result) => `it was answered: ${JSON.stringify(result)}`,
    (reason: unknown) => reason,
  );
  const error = assertDucatError(thrown);
  assert(codes.includes(error.code), `${codes.join(' or ')}, not ${error.code}: ${error.message}`);
  assert.equal(error.effect, 'none');
  assert.equal(stage.front.seen.length, before, 'no request was made');
}
