import type { PaymentDetails } from '@ducat/core';
import { describe, expect, it } from 'vitest';
import { attempt, card, charge, money, payout } from './requests.ts';
import { scripted } from './scripted.ts';

async function chargeSent(changes: Partial<PaymentDetails>): Promise<Record<string, unknown>> {
  const world = scripted(() => ({ body: {} }));
  await world.provider.charge(charge(changes), attempt());
  return world.lastRequest();
}

describe('what is sent beyond the page "Tokenization"', () => {
  it('is everything that is known of the browser, the time zone counted from local time to UTC', async () => {
    const sent = await chargeSent({
      browser: {
        acceptHeader: 'text/html',
        userAgent: 'Mozilla/5.0',
        language: 'en-US',
        javaEnabled: false,
        colorDepth: 24,
        screenWidth: 1920,
        screenHeight: 1080,
        windowWidth: 1200,
        windowHeight: 800,
        timeZoneOffset: -180,
        timeZoneName: 'Europe/Kyiv',
      },
    });
    expect(sent['additional_data']).toEqual({
      browser: {
        accept_header: 'text/html',
        screen_width: 1920,
        screen_height: 1080,
        screen_color_depth: 24,
        window_width: 1200,
        window_height: 800,
        language: 'en-US',
        java_enabled: false,
        user_agent: 'Mozilla/5.0',
        time_zone: -180,
        time_zone_name: 'Europe/Kyiv',
      },
    });
  });

  it('are the metadata and the moment at which the transaction expires', async () => {
    const sent = await chargeSent({
      metadata: { order: '7' },
      providerOptions: { paycross: { expiredAt: '2026-12-01T10:00:00+02:00' } },
    });
    expect(sent).toMatchObject({ expired_at: '2026-12-01T10:00:00+02:00', additional_data: { meta: { order: '7' } } });
  });

  it("is the customer's phone, where the address has none, and not where it has one", async () => {
    const customer = { phone: '+380441234567' };
    expect((await chargeSent({ customer }))['billing_address']).toEqual({ phone: '+380441234567' });
    const sent = await chargeSent({ customer, billingAddress: { phone: '+12025550123', city: 'Denver' } });
    expect(sent['billing_address']).toEqual({ phone: '+12025550123', city: 'Denver' });
  });

  it('is no empty section', async () => {
    const sent = await chargeSent({
      customer: { reference: 'customer-1' },
      billingAddress: {},
      providerOptions: { paycross: { travel: {} } },
    });
    expect(Object.keys(sent).filter((name) => /customer|billing|travel|additional|three/.test(name))).toEqual([]);
  });

  it('is the whole of a payout', async () => {
    const world = scripted(() => ({ body: {} }));
    const request = payout({
      amount: money('7.00'),
      destination: { kind: 'card', card: card() },
      recipient: {
        email: 'jane@example.com',
        ipAddress: '203.0.113.7',
        birthDate: '1990-12-31',
        phone: '+380441234567',
      },
      recipientAddress: { firstName: 'Jane', lastName: 'Roe', city: 'Kyiv' },
      language: 'uk',
      webhookUrl: 'https://shop.example/webhooks',
      metadata: { order: '7' },
      testMode: true,
      providerOptions: { paycross: { duplicateCheck: false, verificationUrl: 'https://shop.example/verification' } },
    });
    await world.provider.payout(request, attempt('payout-7'));
    expect(world.sent[0]).toMatchObject({ path: '/transactions/payouts', headers: { RequestID: 'payout-7' } });
    expect(world.lastRequest()).toEqual({
      amount: 700,
      currency: 'USD',
      description: 'A prize',
      tracking_id: 'payout-7',
      duplicate_check: false,
      language: 'uk',
      notification_url: 'https://shop.example/webhooks',
      verification_url: 'https://shop.example/verification',
      test: true,
      recipient_credit_card: { number: '4200000000000000', holder: 'John Doe', exp_month: '05', exp_year: '2030' },
      recipient: { ip: '203.0.113.7', email: 'jane@example.com', birth_date: '1990-12-31' },
      recipient_billing_address: { first_name: 'Jane', last_name: 'Roe', city: 'Kyiv', phone: '+380441234567' },
      additional_data: { meta: { order: '7' } },
    });
  });
});
