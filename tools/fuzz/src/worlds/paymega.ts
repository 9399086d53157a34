import type { ActionRequired, Approved, Outcome } from '@ducat/core';
import { createPaymega } from '@ducat/paymega';
import { cards, createPaymegaSimulator, signCallback } from '@ducat/paymega/simulator';
import { createNetwork, empty } from '@ducat/simulator';
import type { Json } from '../input/json.ts';
import { marked } from '../input/json.ts';
import { Player } from './player.ts';
import { amount, attempt, cardSource, clock, part, payment, shopUrl } from './requests.ts';
import type { FullProvider, FuzzWorld, Step } from './scenario.ts';
import { Recording, jsonResponse, parsed } from './scenario.ts';

const api = 'https://api.paymega.test';
const cardgate = 'https://cardgate.paymega.test';
const account = {
  accountId: 'coma_1',
  apiKey: 'api-key-1',
  privateKeys: { live: 'sk_live_1', test: 'sk_test_1' },
  baseUrl: api,
  cardgateUrl: cardgate,
};

export async function paymegaWorld(): Promise<FuzzWorld> {
  const network = createNetwork();
  const simulator = createPaymegaSimulator({ ...account, clock, seed: 1 });
  simulator.attach(network, { api, cardgate });
  const recording = new Recording(network);
  network.attach(shopUrl, async ({ body }) => {
    recording.webhooks.push(parsed(body));
    return empty(200);
  });
  await record(recording, createPaymega(account, recording));
  await simulator.courier.idle();
  const player = new Player([api, cardgate]);
  return {
    name: 'paymega',
    provider: createPaymega(account, player),
    player,
    scenarios: recording.scenarios,
    webhooks: recording.webhooks,
    errors,
    sign: (body) => ({ 'x-signature': signCallback(account.privateKeys.test, body) }),
    options,
    create: (given, transport) => createPaymega(given as typeof account, transport),
    agree({ path, body = '{}' }) {
      const { data } = JSON.parse(body) as { data?: { attributes?: object } };
      if (path.endsWith('/sale')) return jsonResponse(200, { status: 'processed', auth_payload: [] });
      const attributes = {
        status: 'created',
        flow_data: { metadata: { token: 'bearer' } },
        payload: [],
        ...data?.attributes,
      };
      return jsonResponse(200, { data: { id: 'cpi_1', type: 'payment-invoices', attributes } });
    },
  };
}

async function record(recording: Recording, provider: FullProvider): Promise<void> {
  const step: Step = (scenario, call) => recording.step(provider, scenario, call);
  let count = 0;
  const pay = async (
    name: string,
    port: 'charge' | 'authorize',
    request = payment(cardSource(cards.approved)),
  ): Promise<Outcome> => {
    const reference = `${port}-${++count}`;
    return step({ name, port, asked: amount }, (each): Promise<Outcome> => each[port](request, attempt(reference)));
  };
  const charged = (await pay('approved', 'charge')) as Approved;
  await pay('declined', 'charge', payment(cardSource(cards.declined)));
  await pay('pending', 'charge', payment(cardSource(cards.pending)));
  await pay('hosted page', 'charge', payment({ kind: 'hosted' }));
  const stored = (await pay(
    'card stored',
    'charge',
    payment(cardSource(cards.approved), { storeCard: { usage: ['recurring'] } }),
  )) as Approved;
  const { token } = stored;
  if (token === undefined) throw new Error('the simulator stored no card');
  const owned = token.forCustomer('customer-1');
  await pay('token', 'charge', payment({ kind: 'token', token: owned, usage: 'recurring', initiator: 'merchant' }));
  await step({ name: 'repeated', port: 'charge', asked: amount }, (each) =>
    each.charge(payment(cardSource(cards.approved)), attempt('charge-1')),
  );
  const held = (await pay(
    'approved',
    'authorize',
    payment(cardSource(cards.approved), { partialCapture: true }),
  )) as Approved;
  const held2 = (await pay('approved again', 'authorize')) as Approved;
  const usage = ['recurring'] as const;
  await step({ name: 'approved', port: 'tokenize', asked: amount }, (each) =>
    each.tokenize(
      { ...payment(cardSource(cards.approved)), source: cardSource(cards.approved), usage, onPayment: 'allow' },
      attempt('tokenize-1'),
    ),
  );
  const capture = { authorization: held.providerReference, amount: part };
  await step({ name: 'approved', port: 'capture', asked: part }, (each) => each.capture(capture, attempt('capture-1')));
  const release = { authorization: held2.providerReference, amount };
  await step({ name: 'approved', port: 'void', asked: amount }, (each) => each.void(release, attempt('void-1')));
  const refund = { payment: charged.providerReference, amount: part, reason: 'returned' };
  await step({ name: 'approved', port: 'refund', asked: part }, (each) => each.refund(refund, attempt('refund-1')));
  const payout = { amount, destination: cardSource(cards.approved), description: 'Prize' };
  await step({ name: 'approved', port: 'payout', asked: amount }, (each) =>
    each.payout({ ...payout, testMode: true }, attempt('payout-1')),
  );
  for (const operation of ['charge', 'authorize', 'capture', 'void', 'refund'] as const) {
    const providerReference =
      operation === 'authorize' || operation === 'capture' ? held.providerReference : charged.providerReference;
    await step({ name: `${operation} by id`, port: 'lookup' }, (each) =>
      each.lookup({ operation, providerReference }, { clock }),
    );
  }
  await step({ name: 'by reference', port: 'lookup' }, (each) =>
    each.lookup({ operation: 'charge', reference: 'charge-1' }, { clock }),
  );
  await step({ name: 'not found', port: 'lookup' }, (each) =>
    each.lookup({ operation: 'charge', reference: 'nobody' }, { clock }),
  );
  const termUrl = `${shopUrl}/acs`;
  for (const [name, number] of Object.entries({ first: cards.threeDSecure1, second: cards.threeDSecure2 })) {
    const request = payment(cardSource(number), { threeDSecure: { termUrl } });
    const { continuation } = (await pay(`challenged, ${name} version`, 'charge', request)) as ActionRequired;
    const answer = { method: 'POST', body: 'PaRes=x&MD=y' } as const;
    await step({ name: `open, ${name} version`, port: 'challenge', asked: amount }, (each) =>
      each.challenge({ continuation }, { clock }),
    );
    if (name === 'first') {
      await step({ name: 'relayed', port: 'challenge', asked: amount }, (each) =>
        each.challenge({ continuation, answer }, { clock }),
      );
    }
  }
}

const errors: FuzzWorld['errors'] = [
  {
    status: 422,
    body: {
      errors: [
        { status: '422', title: 'Invalid', detail: 'is too short', source: { pointer: '/data/attributes/amount' } },
      ],
    },
  },
  { status: 422, body: { errors: { reference_id: ['is already used'], amount: 'is wrong' } } },
  { status: 400, body: { message: 'Bad request' } },
  { status: 409, body: { error: { message: 'conflict' } } },
  { status: 404, body: { error: 'not found' } },
  { status: 401, body: { message: 'Unauthorized' } },
  { status: 429, body: { message: 'slow down' } },
  { status: 500, body: marked('raw', { text: '<html>Oops</html>' }) },
  { status: 302, body: null },
  { status: 0, body: null },
];

const options: Json = {
  ...account,
  id: 'paymega',
  relayHosts: ['acs.paymega.test', 'acs.paymega.test:8443'],
  testMode: true,
  timeoutMilliseconds: 30_000,
  connections: 8,
};
