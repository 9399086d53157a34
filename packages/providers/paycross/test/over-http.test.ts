import type { WebhookRequest } from '@ducat/core';
import { CardToken } from '@ducat/core';
import { browse, empty, listen } from '@ducat/simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPayCrossSimulator, publishedCards } from '../simulator/index.ts';
import type { PayCrossSimulator, PayCrossSimulatorSettings } from '../simulator/index.ts';
import { createPayCross } from '../src/index.ts';
import type { PayCross } from '../src/index.ts';
import { expectFound, expectStatus, expectUnknown } from './expectations.ts';
import { attempt, authorize, card, charge, money, payout, tokenize } from './requests.ts';
import { account } from './shop.ts';

interface Street {
  readonly provider: PayCross;
  readonly simulator: PayCrossSimulator;
  readonly shopUrl: string;
  readonly webhooks: readonly WebhookRequest[];
}

/** The simulator and a merchant on loopback, and the adapter with its own transport. */
async function openStreet(options: PayCrossSimulatorSettings['options'] = {}): Promise<Street> {
  const simulator = createPayCrossSimulator({ ...account, options });
  const webhooks: WebhookRequest[] = [];
  const shop = await listen({
    shop: async (request) => {
      webhooks.push(request);
      return empty(200);
    },
  });
  const listening = await simulator.listen();
  const provider = createPayCross({
    ...account,
    baseUrl: listening.gatewayUrl,
    webhookPublicKey: simulator.publicKey,
    testMode: true,
  });
  onTestFinished(async () => {
    await Promise.all([provider.close(), listening.close(), shop.close()]);
  });
  return { provider, simulator, shopUrl: shop.origins.shop, webhooks };
}

describe('over real HTTP', () => {
  it('a card is stored, charged after a challenge, captured, refunded and paid to; the webhooks say the same', async () => {
    const { provider, simulator, shopUrl, webhooks } = await openStreet();
    const urls = { returnUrl: `${shopUrl}/return`, webhookUrl: `${shopUrl}/webhooks` };
    const request = tokenize({
      ...urls,
      usage: ['recurring', 'credit'],
      source: { kind: 'card', card: card(publishedCards.challenge.number) },
    });
    const asked = expectStatus(await provider.tokenize(request, attempt()), 'action_required');
    if (asked.action.kind !== 'redirect') throw new Error('no redirect');
    await browse(
      { url: asked.action.url },
      { answers: { decision: 'approve' }, isMerchant: (url) => url.startsWith(shopUrl) },
    );
    const { token } = expectStatus(await provider.challenge({ continuation: asked.continuation }), 'approved');
    if (!(token instanceof CardToken)) throw new Error('no token');

    const source = { kind: 'token', token, usage: 'recurring', initiator: 'merchant' } as const;
    const held = expectStatus(await provider.authorize(authorize({ ...urls, source }), attempt()), 'approved');
    const amount = money('4.00');
    const taken = expectStatus(
      await provider.capture({ authorization: held.providerReference, amount }, attempt()),
      'approved',
    );
    expectStatus(
      await provider.refund(
        { payment: taken.providerReference, amount: money('1.50'), reason: 'Too small' },
        attempt(),
      ),
      'approved',
    );
    const destination = { kind: 'token', token, usage: 'credit', initiator: 'merchant' } as const;
    expectStatus(await provider.payout(payout({ destination }), attempt()), 'approved');
    expect(simulator.bank.totals('USD')).toMatchObject({ captured: 400n, refunded: 150n, paidOut: 700n });

    await simulator.courier.idle();
    const events = await Promise.all(webhooks.map((message) => provider.webhook(message)));
    expect(events.map(({ transaction }) => [transaction.operation, transaction.outcome.status])).toEqual([
      ['tokenize', 'approved'],
      ['authorize', 'approved'],
    ]);
  });

  it('a lost answer is unknown, a lookup finds the charge, and the repeat takes nothing more', async () => {
    const { provider, simulator } = await openStreet();
    const context = attempt();
    const { webhookUrl: _, ...request } = charge();
    simulator.controls.loseNextResponse();
    expectUnknown(await provider.charge(request, context), 'connection_lost');
    expect(expectFound(await provider.lookup({ operation: 'charge', reference: context.reference }))).toHaveLength(1);
    expectStatus(await provider.charge(request, context), 'approved');
    expect(simulator.bank.totals('USD').captured).toBe(1000n);
  });

  it('a gateway that is too slow leaves the charge unknown, and the bank has taken the money', async () => {
    const { provider, simulator } = await openStreet({ processingMilliseconds: 150 });
    const { webhookUrl: _, ...request } = charge();
    const context = { ...attempt(), deadline: Date.now() + 60 };
    expectUnknown(await provider.charge(request, context), 'deadline_exceeded');
    await expect.poll(() => simulator.bank.totals('USD').captured).toBe(1000n);
  });

  it('a gateway that is not there gets nothing', async () => {
    const { provider } = await openStreet();
    await provider.close();
    expectStatus(await provider.charge(charge(), attempt()), 'not_sent');
  });
});
