import type { LookupResult, Outcome, Port } from '@ducat/core';
import { Money } from '@ducat/core';
import type { Json, JsonObject } from '../input/json.ts';
import { marked, objectIn, textIn } from '../input/json.ts';
import { createMutator } from '../input/mutate.ts';
import { foreignValues, revive } from '../input/revive.ts';
import { faultOfOutcome } from '../judge/outcome.ts';
import { faultOfLookup } from '../judge/record.ts';
import type { Target } from '../target.ts';
import type { FuzzWorld } from '../worlds/scenario.ts';

/** What a merchant's code hands to the ports: requests and contexts, with every field set and then changed. */
export function requestTarget(world: FuzzWorld): Target {
  return {
    name: `${world.name}.requests`,
    seeds: Object.entries(requestsAt(world.name)).map(([port, request]) => ({
      port,
      request,
      context: { reference: 'attempt-1', deadline: 4_102_444_800_000 },
    })),
    vary(input, random) {
      const { port = null, request = null, context = null } = objectIn(input);
      const { change } = createMutator(random, foreignValues);
      return random.integer(8) === 0
        ? { port, request, context: change(context) }
        : { port, request: change(request), context };
    },
    prepare(input) {
      const { port, request = null, context = null } = objectIn(input);
      const call = world.provider[textIn(port) as Exclude<Port, 'webhook'>] as
        | ((...given: unknown[]) => Promise<unknown>)
        | undefined;
      if (typeof call !== 'function') throw new Error('there is no such port');
      const given = [revive(request), revive(context)];
      return () => {
        world.player.respond(world.agree);
        return call(...given);
      };
    },
    judge(result, input) {
      if (world.player.trouble !== undefined) return world.player.trouble;
      const { port, request } = objectIn(input);
      if ('threw' in result) {
        const { effect } = result.threw as { readonly effect?: unknown };
        return effect === 'none' ? undefined : 'thrown although money may have moved';
      }
      if (port === 'lookup') return faultOfLookup(result.returned as LookupResult, world.name);
      const { amount: asked } = (revive(request ?? null) ?? {}) as { readonly amount?: unknown };
      return faultOfOutcome(result.returned as Outcome, world.name, asked instanceof Money ? asked : undefined);
    },
  };
}

const card = marked('card', {
  data: { number: '4111111111111111', expiryMonth: 10, expiryYear: 2035, holder: 'Jane Roe', securityCode: '123' },
});
const amount = marked('money', { amount: '10.01', currency: 'USD' });
const customer = {
  reference: 'customer-1',
  name: 'Jane Roe',
  email: 'jane@example.com',
  phone: '+380987654321',
  ipAddress: '203.0.113.7',
  birthDate: '1990-12-31',
  metadata: { tier: 'gold' },
};
const address = {
  firstName: 'Jane',
  lastName: 'Roe',
  country: 'US',
  state: 'NY',
  city: 'New York',
  line: '1 Main St',
  postalCode: '10001',
};
const browser = {
  acceptHeader: '*/*',
  userAgent: 'Mozilla/5.0',
  language: 'en-US',
  javaEnabled: false,
  colorDepth: 24,
  screenWidth: 1920,
  screenHeight: 1080,
  windowWidth: 800,
  windowHeight: 600,
  timeZoneOffset: -120,
  timeZoneName: 'Europe/Kyiv',
  deviceChannel: '02',
};

const providerOptions: Readonly<Record<string, JsonObject>> = {
  paymega: {
    paymega: {
      service: 'payment_card_usd_hpp',
      individualTaxId: '1',
      returnUrls: { pending: 'https://shop.test/p', success: 'https://shop.test/s' },
    },
  },
  paycross: {
    paycross: {
      duplicateCheck: false,
      verificationUrl: 'https://shop.test/v',
      forceThreeDSecure: true,
      receiptText: ['Thanks'],
      expiredAt: '2030-01-01T00:00:00+02:00',
      travel: {
        airline: {
          agencyCode: '03',
          ticketNumber: '390 5241 025377 1',
          legs: [{ airlineCode: 'B2', departureDateTime: '2014-05-26T05:15:00' }],
          passengers: [{ firstName: 'Jane' }],
        },
      },
    },
  },
};

/** One full request for every port that takes one. */
function requestsAt(provider: string): Readonly<Record<string, JsonObject>> {
  const token = (usage: string): JsonObject => ({
    kind: 'token',
    token: marked('token', { provider, value: 'token-1', customerReference: 'customer-1' }),
    usage,
    initiator: 'merchant',
  });
  const payment = {
    amount,
    description: 'A hat',
    source: { kind: 'card', card },
    customer,
    billingAddress: address,
    descriptor: 'HATS',
    language: 'en',
    browser,
    returnUrl: 'https://shop.test/back',
    webhookUrl: 'https://shop.test/webhook',
    threeDSecure: { termUrl: 'https://shop.test/acs' },
    metadata: { order: '7' },
    testMode: true,
    providerOptions: providerOptions[provider] ?? {},
  };
  const continuation = marked('challenge', {
    provider,
    operation: 'charge',
    providerReference: 'cpi_1',
    reference: 'attempt-1',
  });
  return {
    charge: { ...payment, storeCard: { usage: ['recurring'] } },
    authorize: { ...payment, source: token('recurring'), partialCapture: true },
    tokenize: { ...payment, usage: ['recurring', 'oneclick'], onPayment: 'allow' },
    capture: { authorization: 'cpi_1', amount, providerOptions: {} },
    void: { authorization: 'cpi_1', amount },
    refund: { payment: 'cpi_1', amount, reason: 'returned' },
    payout: {
      amount,
      destination: token('credit'),
      description: 'Prize',
      recipient: customer,
      recipientAddress: address,
      language: 'en',
      webhookUrl: 'https://shop.test/webhook',
      metadata: { order: '7' },
      testMode: true,
    },
    lookup: { operation: 'charge', reference: 'attempt-1', providerReference: 'cpi_1' },
    challenge: { continuation, answer: { method: 'POST', body: 'PaRes=x&MD=y' } },
  } satisfies Record<string, Json>;
}
