import type { ShopperReturn, World, WorldFactory } from '@ducat/contract';
import type { Action, WebhookRequest } from '@ducat/core';
import { browse, empty, json } from '@ducat/simulator';
import { createTidepaySimulator, sign } from '@ducat/tidepay/simulator';

export const account = {
  merchantCode: 'hats',
  secret: 'secret-of-the-contract-merchant',
  noticeSecret: 'notice-secret-of-the-contract',
};

/** The simulator as a world of the contract. There are no cards in it: the shopper types them on Tidepay's page. */
export const world: WorldFactory = {
  surfaces: ['api', 'page'],
  open({ page = '' }) {
    const webhooks: WebhookRequest[] = [];
    const { handlers, bank, courier, controls } = createTidepaySimulator({
      ...account,
      pages: page,
      async deliver(_url, { headers, body }) {
        webhooks.push({ headers, body });
        return empty(200);
      },
    });
    let refusal: string | undefined;
    return {
      async handle(surface, request) {
        if (surface === 'page') return handlers.page(request);
        const says = refusal;
        refusal = undefined;
        return says === undefined ? handlers.api(request) : json(422, { problem: 'bad_field', says });
      },
      cards: {},
      secrets: [account.secret, account.noticeSecret],
      ledger: () => bank.entries,
      shop,
      next: {
        status: (state) => controls.answerNext({ state }),
        amount: (minorUnits) => controls.answerNext({ amount: minorUnits.toString() }),
        refusalWith(text) {
          refusal = text;
        },
        declined: { refund: () => controls.refundNext('rejected') },
        pending: { refund: () => controls.refundNext('queued') },
      },
      async webhooks() {
        await courier.idle();
        return webhooks;
      },
      sign(body, key) {
        const secret = key === 'right' ? account.noticeSecret : key === 'empty' ? '' : `secret of ${key}`;
        return { headers: { 'tide-signature': sign(body, secret, Date.now()) }, body };
      },
    } satisfies World;
  },
};

async function shop(
  action: Action,
  decision: 'approve' | 'refuse',
  isMerchant: (url: string) => boolean,
): Promise<ShopperReturn> {
  if (action.kind !== 'redirect') throw new Error('Tidepay redirects, and nothing else');
  const { method, url, body } = await browse({ url: action.url }, { answers: { decision }, isMerchant });
  return { method: method === 'POST' ? 'POST' : 'GET', url, body: Buffer.from(body).toString('utf8') };
}
