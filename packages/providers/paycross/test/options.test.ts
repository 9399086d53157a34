import { DucatError, Secret } from '@ducat/core';
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createPayCross } from '../src/index.ts';
import type { PayCrossOptions } from '../src/index.ts';
import { expectStatus, expectUnknown } from './expectations.ts';
import { attempt, charge, money } from './requests.ts';
import { requestIn, scripted, webhookPublicKey } from './scripted.ts';
import { account, openShop } from './shop.ts';

function refusalOf(options: unknown): DucatError {
  try {
    createPayCross(options as PayCrossOptions);
  } catch (thrown) {
    if (DucatError.is(thrown)) return thrown;
    throw thrown;
  }
  return expect.fail('the options were accepted');
}

const weak = generateKeyPairSync('rsa', { modulusLength: 1024 })
  .publicKey.export({ format: 'der', type: 'spki' })
  .toString('base64');
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const good = { ...account, webhookPublicKey };

describe('options', () => {
  it.each<[string, object]>([
    ['shopId', { shopId: undefined }],
    ['shopId', { shopId: '' }],
    ['shopId', { shopId: 361 }],
    ['shopId', { shopId: '361:362' }],
    ['secretKey', { secretKey: undefined }],
    ['secretKey', { secretKey: '' }],
    ['webhookPublicKey', { webhookPublicKey: undefined }],
    ['webhookPublicKey', { webhookPublicKey: '' }],
    ['webhookPublicKey', { webhookPublicKey: 'bm90IGEga2V5' }],
    ['webhookPublicKey', { webhookPublicKey: weak }],
    ['webhookPublicKey', { webhookPublicKey: pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() }],
    ['baseUrl', { baseUrl: 'gateway.pay-cross.com' }],
    ['baseUrl', { baseUrl: 'http://gateway.pay-cross.com' }],
    ['baseUrl', { baseUrl: 'https://361:key@gateway.pay-cross.com' }],
    ['testMode', { testMode: 'true' }],
    ['timeoutMilliseconds', { timeoutMilliseconds: 0 }],
    ['connections', { connections: 1.5 }],
    ['currencyExponents.HUF', { currencyExponents: { HUF: 5 } }],
    ['currencyExponents.HUF', { currencyExponents: { HUF: 0.5 } }],
    ['currencyExponents.huf', { currencyExponents: { huf: 2 } }],
    ['key', { key: 'an unknown option' }],
  ])('%s that is wrong is named (%#)', (path, changes) => {
    const error = refusalOf({ ...good, ...changes });
    expect(error).toMatchObject({ code: 'invalid_options', effect: 'none' });
    expect(error.issues.map((issue) => issue.path)).toEqual([path]);
    expect(error.message).not.toContain(account.secretKey);
  });

  it.each([undefined, null, 'options', []])('that are none (%j) are refused', (options) => {
    expect(refusalOf(options).code).toBe('invalid_options');
  });

  it('are refused at once for all that is wrong', () => {
    expect(
      refusalOf({})
        .issues.map(({ path }) => path)
        .sort(),
    ).toEqual(['secretKey', 'shopId', 'webhookPublicKey']);
  });

  it('take the public key as PEM and the secret key as a Secret too', () => {
    const pem = pair.publicKey.export({ format: 'pem', type: 'spki' }).toString();
    const provider = createPayCross({ ...good, secretKey: new Secret(account.secretKey), webhookPublicKey: pem });
    expect(provider.id).toBe('paycross');
  });

  it('send to the gateway of another brand, below its path', async () => {
    const world = scripted(() => ({ body: {} }), { baseUrl: 'https://gateway.brand.example/cards/', id: 'brand' });
    const outcome = expectUnknown(await world.provider.charge(charge(), attempt()), 'unexpected_response');
    expect(outcome.provider).toBe('brand');
    expect(world.sent[0]).toMatchObject({
      origin: 'https://gateway.brand.example',
      path: '/cards/transactions/payments',
    });
  });
});

describe('the test mode', () => {
  it.each([
    [undefined, undefined, undefined],
    [true, undefined, true],
    [false, undefined, false],
    [undefined, true, true],
    [true, false, false],
    [false, true, true],
  ])('by option %s and request %s is sent as %s', async (option, request, sent) => {
    const world = scripted(() => ({ body: {} }), option === undefined ? {} : { testMode: option });
    const mode = request === undefined ? {} : { testMode: request };
    await world.provider.charge(charge(mode), attempt());
    await world.provider.payout(
      { amount: money('1.00'), description: 'A prize', destination: charge().source as never, ...mode },
      attempt(),
    );
    expect(world.sent.map((each) => requestIn(each)['test'])).toEqual([sent, sent]);
  });

  it.each([
    [true, false],
    [false, true],
  ])('%s answered with %s is not the success that was asked for', async (testMode, answered) => {
    const { provider, simulator } = openShop({ cards: [{ number: '4200000000000000' }] });
    simulator.controls.rewriteNext((fields) => ({ ...fields, test: answered }));
    const outcome = expectUnknown(await provider.charge(charge({ testMode }), attempt()), 'contradicting_response');
    expect(outcome.providerReference).toBe(simulator.transactions.all[0]?.uid);
  });

  it('that nobody set is live, so a success in test mode is none', async () => {
    const shop = openShop({ cards: [{ number: '4200000000000000' }] });
    const { provider } = openShop();
    expect(provider.limits.currencies).toContain('USD');
    const world = scripted((request) => {
      const { tracking_id } = requestIn(request);
      const transaction = {
        uid: 'one',
        status: 'successful',
        type: 'payment',
        amount: 1000,
        currency: 'USD',
        tracking_id,
        test: true,
      };
      return { body: { transaction } };
    });
    expectUnknown(await world.provider.charge(charge(), attempt()), 'contradicting_response');
    expectStatus(await shop.provider.charge(charge({ testMode: false }), attempt()), 'approved');
    expect(shop.simulator.transactions.all[0]?.test).toBe(false);
  });
});
