import { describe, expect, test } from 'vitest';
import { held } from './hold.ts';
import { ledger, money } from './shop.ts';

describe('a delayed action', () => {
  for (const delayedAction of ['capture', 'void'] as const) {
    test(`${delayedAction} happens by itself after its delay`, async () => {
      const { shop, authorization } = await held({
        providerOptions: { paymega: { delayedAction, delayedActionDelay: 60 } },
      });
      await shop.clock.advance(59 * 60_000);
      expect(await shop.provider.lookup({ operation: delayedAction, providerReference: authorization })).toEqual({
        status: 'not_found',
      });
      await shop.clock.advance(60_000);
      const found = await shop.provider.lookup({ operation: delayedAction, providerReference: authorization });
      expect(found).toMatchObject({ transactions: [{ outcome: { status: 'approved', amount: money('20') } }] });
      expect(ledger(shop, 'hold-1')).toEqual(['authorize 2000', `${delayedAction} 2000`]);
    });
  }
});

describe('the second step, looked up', () => {
  test('names no attempt: the invoice carries the reference of its authorization only', async () => {
    const { shop, authorization } = await held();
    await shop.provider.capture({ authorization, amount: money('20') }, shop.attempt('capture-1'));
    const found = await shop.provider.lookup({ operation: 'capture', providerReference: authorization });
    expect(found).toMatchObject({ status: 'found', transactions: [{ operation: 'capture' }] });
    expect(found.status === 'found' && found.transactions[0].outcome.reference).toBeUndefined();
    const hold = await shop.provider.lookup({ operation: 'authorize', providerReference: authorization });
    expect(hold).toMatchObject({ transactions: [{ operation: 'authorize', outcome: { reference: 'hold-1' } }] });
  });
});
