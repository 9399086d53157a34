import type { ShopperReturn, World, WorldFactory } from '@ducat/contract';
import type { Action, CardData, Operation, WebhookRequest } from '@ducat/core';
import { formatDecimal } from '@ducat/core';
import { createPaymegaSimulator, signCallback } from '@ducat/paymega/simulator';
import type { Surface } from '@ducat/paymega/simulator';
import { browse, createNetwork, createRandom, empty, json } from '@ducat/simulator';
import { sayOfRefunds } from './words.ts';

export const account = {
  accountId: 'coma_contract',
  apiKey: 'api-key-of-the-contract-account',
  privateKeys: { live: 'sk_live_of_the_contract', test: 'sk_test_of_the_contract' },
};

/** The Paymega simulator as a world of the contract. */
export const world: WorldFactory = {
  surfaces: ['api', 'cardgate', 'acs'],
  open(origins) {
    const webhooks: WebhookRequest[] = [];
    const simulator = createPaymegaSimulator({
      ...account,
      random: createRandom(1),
      async deliver(_url, { headers, body }) {
        webhooks.push({ headers, body });
        return empty(200);
      },
    });
    simulator.attach(createNetwork(), origins);
    const { cards, controls } = simulator;
    let refusal: string | undefined;
    let failureOfNextOrder: string | undefined;
    let wordOfNextOrder: string | undefined;
    let word: string | undefined;
    const say = (next: string): void => {
      word = next;
      controls.nextStatus(next);
    };
    return {
      async handle(surface, request) {
        const text = refusal;
        refusal = undefined;
        if (text !== undefined) return json(422, { errors: [{ status: '422', title: 'Invalid', detail: text }] });
        if (request.method === 'POST' && failureOfNextOrder !== undefined) {
          controls.nextAttributes({ status: failureOfNextOrder, resolution: 'issuer_decline' });
          failureOfNextOrder = undefined;
          return simulator.handlers.api({ ...request, method: 'GET', path: request.path.replace(/\/\w+$/, '') });
        }
        if (request.method === 'POST' && wordOfNextOrder !== undefined) {
          say(wordOfNextOrder);
          wordOfNextOrder = undefined;
        }
        const response = await simulator.handlers[surface as Surface](request);
        const said = word === undefined ? undefined : sayOfRefunds(word, response);
        if (said !== undefined) word = undefined;
        return said ?? response;
      },
      cards: {
        approved: card(cards.approved),
        declined: { ...card(cards.declined), expiryMonth: 5, expiryYear: 2029 },
        challenged: card(cards.threeDSecure2),
        challengedFirstVersion: card(cards.threeDSecure1),
        pending: card(cards.pending),
      },
      secrets: [account.apiKey, account.privateKeys.live, account.privateKeys.test],
      ledger: () => simulator.bank.entries,
      shop,
      next: {
        status: say,
        amount: (minorUnits) => controls.nextAttributes({ amount: formatDecimal(minorUnits, 2) }),
        refusalWith(text) {
          refusal = text;
        },
        declined: {
          capture() {
            failureOfNextOrder = 'capture_failed';
          },
          void() {
            failureOfNextOrder = 'void_failed';
          },
          refund: () => controls.failNextRefund(),
        },
        pending: {
          ...each(['tokenize', 'charge', 'authorize', 'payout'], () =>
            controls.decideNext({
              challenge: undefined,
              verdict: { kind: 'pending', resolution: 'ok', moderation: false },
            }),
          ),
          capture() {
            wordOfNextOrder = 'capture_pending';
          },
          void() {
            wordOfNextOrder = 'void_pending';
          },
          refund() {
            wordOfNextOrder = 'refund_pending';
          },
        },
      },
      async webhooks() {
        await simulator.courier.idle();
        return webhooks;
      },
      sign(body, key) {
        const { test, live } = account.privateKeys;
        const secret = { right: test, other_mode: live, foreign: 'sk_test_of_somebody_else', empty: '' }[key];
        return { headers: { 'content-type': 'application/json', 'x-signature': signCallback(secret, body) }, body };
      },
    } satisfies World;
  },
};

function each(operations: readonly Operation[], act: () => void): Partial<Record<Operation, () => void>> {
  return Object.fromEntries(operations.map((operation) => [operation, act]));
}

function card(number: string): CardData {
  return { number, expiryMonth: 10, expiryYear: 2035, holder: 'Jane Doe', securityCode: '987' };
}

async function shop(
  action: Action,
  decision: 'approve' | 'refuse',
  isMerchant: (url: string) => boolean,
): Promise<ShopperReturn> {
  if (action.kind === 'wait') throw new Error('there is nothing to show');
  const start = action.kind === 'redirect' ? { url: action.url } : { ...action, method: 'POST' as const };
  const { number, holder, securityCode } = card('5519283812030000');
  const typed = {
    card_number: number,
    card_holder: holder ?? '',
    exp_month: '10',
    exp_year: '35',
    cvv: securityCode ?? '',
  };
  const { method, url, body } = await browse(start, { answers: { answer: decision, ...typed }, isMerchant });
  return { method: method === 'POST' ? 'POST' : 'GET', url, body: Buffer.from(body).toString('utf8') };
}
