import type { WebhookRequest } from '@ducat/core';
import { Money } from '@ducat/core';
import { browse, empty } from '@ducat/simulator';
import { sign } from '@ducat/tidepay/simulator';
import { expect, test } from 'vitest';
import { account, openShop } from './shop.ts';

const sent = 1_763_740_800_000;
const second = 1000;
const body = Buffer.from(
  JSON.stringify({
    checkout: {
      cursor: 'Y2hr',
      state: 'paid',
      amount: '1050',
      currency: 'eur',
      order: 'order-1',
      changed_at: 1763740800,
    },
  }),
);

function at(milliseconds: number): { clock: { now: () => number; schedule: () => { cancel: () => void } } } {
  return { clock: { now: () => milliseconds, schedule: () => ({ cancel: () => undefined }) } };
}

const notice: WebhookRequest = { headers: { 'Tide-Signature': sign(body, account.noticeSecret, sent) }, body };

test.each([0, 1, 299, 300, -1, -300])('a notice is taken %d seconds after its time, a replay included', async (age) => {
  const { provider } = await openShop();
  const first = await provider.webhook(notice, at(sent + age * second));
  const replayed = await provider.webhook(notice, at(sent + age * second));
  expect(first.transaction.outcome).toMatchObject({ status: 'approved', reference: 'order-1' });
  expect(replayed.fingerprint).toBe(first.fingerprint);
});

test.each([301, 3600, 3 * 86_400, -301])('a notice is refused %d seconds after its time (defect 17)', async (age) => {
  const { provider } = await openShop();
  await expect(provider.webhook(notice, at(sent + age * second))).rejects.toMatchObject({ code: 'invalid_signature' });
});

test('by the machine’s clock, where none is given', async () => {
  const { provider } = await openShop();
  await expect(provider.webhook(notice)).rejects.toMatchObject({ code: 'invalid_signature' });
  const fresh = { headers: { 'tide-signature': sign(body, account.noticeSecret, Date.now()) }, body };
  expect((await provider.webhook(fresh)).provider).toBe('tidepay');
});

test('a replay cannot be made young: the time is signed too', async () => {
  const { provider } = await openShop();
  const header = sign(body, account.noticeSecret, sent).replace(/^t=\d+/, `t=${sent / 1000 + 3600}`);
  const younger = provider.webhook({ headers: { 'tide-signature': header }, body }, at(sent + 3600 * second));
  await expect(younger).rejects.toMatchObject({ code: 'invalid_signature' });
});

test('a notice that is sent again is signed anew, and names the same event', async () => {
  const notices: WebhookRequest[] = [];
  const { provider, simulator, clock } = await openShop({
    async deliver(_url, { headers, body: bytes }) {
      notices.push({ headers, body: bytes });
      return empty(notices.length < 3 ? 500 : 200);
    },
  });
  const begun = await provider.charge(
    {
      amount: Money.parse('10.50', 'EUR'),
      description: 'A hat',
      returnUrl: 'https://shop.example/return',
      webhookUrl: 'https://shop.example/webhook',
      source: { kind: 'hosted' },
    },
    { reference: 'order-1' },
  );
  if (begun.status !== 'action_required' || begun.action.kind !== 'redirect') throw new Error(begun.status);
  await browse(
    { url: begun.action.url },
    { answers: { decision: 'approve' }, isMerchant: (url) => url.includes('shop.') },
  );
  const fingerprints: string[] = [];
  for (const minutes of [0, 1, 2]) {
    await clock.advance(minutes * 60 * second);
    await simulator.courier.idle();
    const latest = notices.at(-1);
    if (latest === undefined) throw new Error('no notice came');
    fingerprints.push((await provider.webhook(latest, { clock })).fingerprint);
  }
  expect(notices).toHaveLength(3);
  expect(new Set(notices.map(({ headers }) => headers['tide-signature'])).size).toBe(3);
  expect(new Set(fingerprints).size).toBe(1);
});
