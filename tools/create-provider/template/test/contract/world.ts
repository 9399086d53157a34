import type { NextAnswers, World, WorldFactory } from '@ducat/contract';
import type { CardData, WebhookRequest } from '@ducat/core';
import { empty, json } from '@ducat/simulator';
import type { TransactionType } from '@ducat/template/simulator';
import { createTemplateSimulator, publishedCards, sign } from '@ducat/template/simulator';

export const account = { apiKey: 'api-key-of-the-contract', webhookSecret: 'webhook-secret-of-the-contract' };

/** The simulator as a world of the contract. */
export const world: WorldFactory = {
  surfaces: ['api'],
  open() {
    const webhooks: WebhookRequest[] = [];
    const { handler, bank, courier, controls } = createTemplateSimulator({
      ...account,
      async deliver(_url, { headers, body }) {
        webhooks.push({ headers, body });
        return empty(200);
      },
    });
    let refusal: string | undefined;
    return {
      async handle(_surface, request) {
        const message = refusal;
        refusal = undefined;
        return message === undefined ? handler(request) : json(422, { error: { code: 'invalid_field', message } });
      },
      cards: {
        approved: card(publishedCards.approved),
        declined: card(publishedCards.declined),
        pending: card(publishedCards.processing),
      },
      secrets: [account.apiKey, account.webhookSecret],
      ledger: () => bank.entries,
      next: {
        status: (word) => controls.answerStatusNext(word),
        amount: (minorUnits) => controls.answerAmountNext(minorUnits),
        refusalWith(text) {
          refusal = text;
        },
        declined: ordersOf((type) => controls.orderNext(type, 'declined')),
        pending: ordersOf((type) => controls.orderNext(type, 'processing')),
      },
      async webhooks() {
        await courier.idle();
        return webhooks;
      },
      sign(body, key) {
        const secret = key === 'right' ? account.webhookSecret : key === 'empty' ? '' : `secret of ${key}`;
        return { headers: { 'content-type': 'application/json', 'x-signature': sign(body, secret) }, body };
      },
    } satisfies World;
  },
};

function ordersOf(order: (type: TransactionType) => void): NonNullable<NextAnswers['declined']> {
  return {
    charge: () => order('charge'),
    authorize: () => order('authorization'),
    capture: () => order('capture'),
    void: () => order('void'),
    refund: () => order('refund'),
  };
}

function card(number: string): CardData {
  return { number, expiryMonth: 10, expiryYear: 2035, holder: 'Jane Doe', securityCode: '987' };
}
