import { expect, test } from 'vitest';
import { openStage, order } from '../world/stage.ts';
import type { TinyProvider } from '../world/tiny-provider.ts';
import { refused, tinyProvider } from '../world/tiny-provider.ts';

/** The provider, and the webhook addresses that it was given. */
function listening(provider: TinyProvider): readonly [TinyProvider, (string | undefined)[]] {
  const addresses: (string | undefined)[] = [];
  const { charge } = provider;
  provider.charge = async (request, context) => {
    addresses.push(request.webhookUrl);
    return await charge(request, context);
  };
  return [provider, addresses];
}

test('each provider that is asked gets a webhook address with its own name', async () => {
  const [one, atOne] = listening(tinyProvider('one'));
  const [two, atTwo] = listening(tinyProvider('a/b'));
  one.next('charge', refused);
  const payments = openStage(one, two).open();
  const request = order({ webhookUrl: 'https://shop.example/webhooks/{provider}' });
  expect((await payments.charge(request, { key: 'order-1' })).status).toBe('approved');
  expect([atOne, atTwo]).toEqual([['https://shop.example/webhooks/one'], ['https://shop.example/webhooks/a%2Fb']]);
});

test('a webhook address without a place for the name goes to every provider as it is', async () => {
  const [one, addresses] = listening(tinyProvider('one'));
  const payments = openStage(one).open();
  await payments.charge(order({ webhookUrl: 'https://shop.example/webhooks?a={b}' }), { key: 'order-1' });
  await payments.charge(order(), { key: 'order-2' });
  expect(addresses).toEqual(['https://shop.example/webhooks?a={b}', undefined]);
});
