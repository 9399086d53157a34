import { describe, expect, test } from 'vitest';
import { assertAction, ledger, openShop, order, visit } from './shop.ts';

describe('the hosted page', () => {
  for (const operation of ['charge', 'authorize'] as const) {
    test(`takes the card of a ${operation} and sends the shopper back`, async () => {
      const shop = openShop();
      const outcome = await shop.provider[operation](order({ source: { kind: 'hosted' } }), shop.attempt('attempt-1'));
      assertAction(outcome);
      expect(shop.transport.requests).toHaveLength(1);
      await visit(shop, outcome.action);
      expect((await shop.provider.challenge({ continuation: outcome.continuation })).status).toBe('approved');
      expect(ledger(shop, 'attempt-1')).toEqual([`${operation} 1001`]);
    });
  }

  test('is found under hpp_url when flow_data is empty', async () => {
    const shop = openShop();
    shop.simulator.controls.nextAttributes({ flow_data: [] });
    const outcome = await shop.provider.charge(order({ source: { kind: 'hosted' } }), shop.attempt());
    expect(outcome).toMatchObject({
      action: { kind: 'redirect', url: expect.stringContaining('/redirect/hpp/?cpi=cpi_') as string },
    });
  });

  for (const action of ['http://cardgate.test/hpp', 'javascript:alert(1)', 'data:text/html,x', null]) {
    test(`is never ${String(action)}: without a usable address nothing was sent (defect 58)`, async () => {
      const shop = openShop();
      shop.simulator.controls.nextAttributes({ flow_data: { action, method: 'GET', params: [] }, hpp_url: null });
      const outcome = await shop.provider.charge(order({ source: { kind: 'hosted' } }), shop.attempt());
      expect(outcome).toMatchObject({ status: 'not_sent', error: { code: 'unexpected_response', effect: 'none' } });
    });
  }

  test('keeps the query of its address letter by letter, also beside parameters', async () => {
    const shop = openShop();
    const flowData = { action: 'https://cardgate.test/hpp?sign=a%20b%2Bc', method: 'GET', params: { lang: 'uk' } };
    shop.simulator.controls.nextAttributes({ flow_data: flowData });
    const outcome = await shop.provider.charge(order({ source: { kind: 'hosted' } }), shop.attempt());
    expect(outcome).toMatchObject({ action: { url: 'https://cardgate.test/hpp?sign=a%20b%2Bc&lang=uk' } });
  });
});
