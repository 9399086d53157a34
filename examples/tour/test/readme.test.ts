import { createPayCrossSimulator } from '@ducat/paycross/simulator';
import { createPaymegaSimulator } from '@ducat/paymega/simulator';
import { readFile } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';

const readme = new URL('../../../README.md', import.meta.url);
const example = new URL('../src/quick-charge.ts', import.meta.url);

afterEach(() => vi.unstubAllEnvs());

test('the example in the README is the file that this test runs', async () => {
  const [text, code] = await Promise.all([readFile(readme, 'utf8'), readFile(example, 'utf8')]);
  expect(text).toContain(`\`\`\`ts\n${code}\`\`\``);
  expect(code.trim().split('\n').length).toBeLessThanOrEqual(22);
});

test('the example in the README charges a card at either provider', async () => {
  const paymegaAccount = { accountId: 'coma_readme', apiKey: 'key', privateKeys: { live: 'sk_live', test: 'sk_test' } };
  const payCrossAccount = { shopId: '361', secretKey: 'key' };
  const paymega = createPaymegaSimulator(paymegaAccount);
  const payCross = createPayCrossSimulator(payCrossAccount);
  const [{ apiUrl, cardgateUrl, ...paymegaServer }, { gatewayUrl, ...payCrossServer }] = await Promise.all([
    paymega.listen(),
    payCross.listen(),
  ]);
  const webhookPublicKey = payCross.publicKey;
  vi.stubEnv('PAYMEGA', JSON.stringify({ ...paymegaAccount, baseUrl: apiUrl, cardgateUrl, testMode: true }));
  vi.stubEnv('PAYCROSS', JSON.stringify({ ...payCrossAccount, baseUrl: gatewayUrl, webhookPublicKey, testMode: true }));

  const { pay, providers } = await import('../src/quick-charge.ts');
  const told = await Promise.all(providers.map((provider) => pay(provider, 'order-1')));

  expect(told).toEqual(['paid 10.50 EUR', 'paid 10.50 EUR']);
  expect(paymega.bank.totals('EUR').captured).toBe(1050n);
  expect(payCross.bank.totals('EUR').captured).toBe(1050n);
  await Promise.all([...providers, paymegaServer, payCrossServer].map((open) => open.close()));
});
