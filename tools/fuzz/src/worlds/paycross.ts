import type { ActionRequired, Approved, Outcome } from '@ducat/core';
import { createPayCross } from '@ducat/paycross';
import { createPayCrossSimulator, publishedCards as cards } from '@ducat/paycross/simulator';
import { createNetwork, empty } from '@ducat/simulator';
import type { Json } from '../input/json.ts';
import { marked } from '../input/json.ts';
import { Player } from './player.ts';
import { publicKey, signQuickly } from './quick-key.ts';
import { amount, attempt, cardSource, clock, part, payment, shopUrl } from './requests.ts';
import type { FullProvider, FuzzWorld, Step } from './scenario.ts';
import { Recording, jsonResponse, parsed } from './scenario.ts';

const gateway = 'https://gateway.paycross.test';
const acs = 'https://acs.paycross.test';
const account = { shopId: '361', secretKey: 'secret-key-1', webhookPublicKey: publicKey, baseUrl: gateway };
const authorization = `Basic ${Buffer.from(`${account.shopId}:${account.secretKey}`).toString('base64')}`;

export async function paycrossWorld(): Promise<FuzzWorld> {
  const network = createNetwork();
  const simulator = createPayCrossSimulator({ ...account, clock, seed: 1 });
  simulator.attach(network, { gateway, acs });
  const recording = new Recording(network);
  network.attach(shopUrl, async ({ body }) => {
    recording.webhooks.push(parsed(body));
    return empty(200);
  });
  await record(recording, createPayCross(account, recording));
  await simulator.courier.idle();
  const player = new Player([gateway]);
  return {
    name: 'paycross',
    provider: createPayCross(account, player),
    player,
    scenarios: recording.scenarios,
    webhooks: recording.webhooks,
    errors,
    sign: (body) => ({ authorization, 'content-signature': signQuickly(body) }),
    options,
    create: (given, transport) => createPayCross(given as typeof account, transport),
    agree({ body = '{}' }) {
      const { request } = JSON.parse(body) as { request?: object };
      return jsonResponse(200, { transaction: { uid: 'uid-1', status: 'successful', ...request } });
    },
  };
}

async function record(recording: Recording, provider: FullProvider): Promise<void> {
  const step: Step = (scenario, call) => recording.step(provider, scenario, call);
  let count = 0;
  const pay = async (
    name: string,
    port: 'charge' | 'authorize',
    request = payment(cardSource(cards.approved.number)),
  ): Promise<Outcome> => {
    const reference = `${port}-${++count}`;
    return step({ name, port, asked: amount }, (each): Promise<Outcome> => each[port](request, attempt(reference)));
  };
  const charged = (await pay('approved', 'charge')) as Approved;
  await pay('declined', 'charge', payment(cardSource(cards.declined.number)));
  await pay('not authenticated', 'charge', payment(cardSource(cards.notAuthenticated.number)));
  const held = (await pay('approved', 'authorize')) as Approved;
  const held2 = (await pay('approved again', 'authorize')) as Approved;
  const tokenize = { ...payment(cardSource(cards.approved.number)), source: cardSource(cards.approved.number) };
  const stored = await step({ name: 'approved', port: 'tokenize', asked: amount }, (each) =>
    each.tokenize({ ...tokenize, usage: ['recurring', 'credit'] }, attempt('tokenize-1')),
  );
  const { token } = stored as Approved;
  if (token === undefined) throw new Error('the simulator stored no card');
  await pay('token', 'charge', payment({ kind: 'token', token, usage: 'recurring', initiator: 'merchant' }));
  const capture = { authorization: held.providerReference, amount: part };
  await step({ name: 'approved', port: 'capture', asked: part }, (each) => each.capture(capture, attempt('capture-1')));
  const release = { authorization: held2.providerReference, amount };
  await step({ name: 'approved', port: 'void', asked: amount }, (each) => each.void(release, attempt('void-1')));
  const refund = { payment: charged.providerReference, amount: part, reason: 'returned' };
  await step({ name: 'approved', port: 'refund', asked: part }, (each) => each.refund(refund, attempt('refund-1')));
  const prize = { amount, description: 'Prize', testMode: true };
  await step({ name: 'to a card', port: 'payout', asked: amount }, (each) =>
    each.payout({ ...prize, destination: cardSource(cards.approved.number) }, attempt('payout-1')),
  );
  await step({ name: 'to a token', port: 'payout', asked: amount }, (each) =>
    each.payout(
      { ...prize, destination: { kind: 'token', token, usage: 'credit', initiator: 'merchant' } },
      attempt('payout-2'),
    ),
  );
  for (const [operation, { providerReference }] of [
    ['charge', charged],
    ['authorize', held],
  ] as const) {
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
  for (const [name, { number }] of Object.entries({ first: cards.threeDSecureOne, second: cards.challenge })) {
    const request = payment(cardSource(number), { threeDSecure: { termUrl }, storeCard: { usage: ['oneclick'] } });
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
      response: {
        message: 'Amount is wrong',
        errors: { amount: ['must be less'], base: ['is wrong'] },
        code: 'E.1065',
      },
    },
  },
  { status: 400, body: { message: 'Bad request', errors: { credit_card: { number: ['is invalid'] } } } },
  { status: 403, body: { response: { message: 'duplicate transaction', errors: {} } } },
  { status: 404, body: { message: 'Record not found' } },
  { status: 401, body: { message: 'Unauthorized' } },
  { status: 429, body: { message: 'slow down' } },
  { status: 500, body: marked('raw', { text: '<html>Oops</html>' }) },
  { status: 302, body: null },
  { status: 0, body: null },
];

const options: Json = {
  ...account,
  id: 'paycross',
  testMode: true,
  timeoutMilliseconds: 30_000,
  currencyExponents: { HUF: 2, JPY: 0 },
  connections: 8,
};
