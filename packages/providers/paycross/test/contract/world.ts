import type { ShopperReturn, World, WorldFactory } from '@ducat/contract';
import type { Action, CardData, Operation, WebhookRequest } from '@ducat/core';
import { createPayCrossSimulator, generatePrivateKey } from '@ducat/paycross/simulator';
import { browse, createNetwork, json } from '@ducat/simulator';
import { createPublicKey, sign } from 'node:crypto';

const privateKey = generatePrivateKey();
const foreignKey = generatePrivateKey();

export const account = {
  shopId: '361',
  secretKey: 'secret-key-of-the-contract-shop',
  webhookPublicKey: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64'),
};

/** The PayCross simulator as a world of the contract. Both of its modes have one key. */
export const world: WorldFactory = {
  surfaces: ['gateway', 'acs'],
  open(origins) {
    const { gateway = '', acs = '' } = origins;
    const webhooks: WebhookRequest[] = [];
    const simulator = createPayCrossSimulator({ ...account, privateKey, options: { notifyAboutChildren: true } });
    const network = createNetwork();
    simulator.attach(network, { gateway, acs });
    network.attach('https://shop.example', async ({ headers, body }) => {
      webhooks.push({ headers, body });
      return json(200, {});
    });
    const { cards, controls } = simulator;
    let refusal: string | undefined;
    return {
      async handle(surface, request) {
        const text = refusal;
        refusal = undefined;
        if (text !== undefined) return json(422, { response: { message: text, errors: { base: [text] } } });
        return surface === 'acs' ? simulator.handlers.acs(request) : simulator.handlers.gateway(request);
      },
      cards: {
        approved: card(cards.approved.number),
        declined: card(cards.declined.number),
        challenged: card(cards.challenge.number),
        challengedFirstVersion: card(cards.threeDSecureOne.number),
      },
      secrets: [account.secretKey],
      ledger: () => simulator.bank.entries,
      shop,
      next: {
        status: (word) => controls.answerStatusNext(word),
        amount: (minorUnits) => controls.answerAmountNext(minorUnits),
        refusalWith(text) {
          refusal = text;
        },
        declined: each(['capture', 'void', 'refund'], () => controls.decideNext('F.0101')),
        pending: each(['tokenize', 'charge', 'authorize', 'capture', 'void', 'refund', 'payout'], () =>
          controls.decideNext('P.0001'),
        ),
      },
      async webhooks() {
        await simulator.courier.idle();
        return webhooks;
      },
      sign(body, key) {
        const { secretKey } = account;
        const password = { right: secretKey, other_mode: secretKey, foreign: 'guess', empty: '' }[key];
        const credentials = Buffer.from(`${account.shopId}:${password}`);
        // There is no empty RSA key: what can be empty are the credentials.
        const signer = key === 'right' || key === 'empty' ? privateKey : foreignKey;
        return {
          headers: {
            authorization: `Basic ${credentials.toString('base64')}`,
            'content-signature': sign('sha256', body, signer).toString('base64'),
          },
          body,
        };
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
  const { method, url, body } = await browse(start, { answers: { decision }, isMerchant });
  return { method: method === 'POST' ? 'POST' : 'GET', url, body: Buffer.from(body).toString('utf8') };
}
