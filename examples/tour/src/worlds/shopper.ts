import type { Action } from '@ducat/core';
import { browse } from '@ducat/simulator';
import type { ShopperReturn } from './world.ts';

/** What the shopper types, whatever page asks for it. */
const answers = {
  answer: 'approve',
  decision: 'approve',
  card_number: '5519283812030000',
  card_holder: 'Jane Doe',
  exp_month: '10',
  exp_year: '35',
  cvv: '123',
};

/** A scripted browser: it follows the real forms of the provider and the ACS until it is back at the merchant. */
export async function shop(action: Action, merchantOrigin: string): Promise<ShopperReturn> {
  if (action.kind === 'wait') throw new Error('there is nothing to show');
  const start =
    action.kind === 'form_post'
      ? ({ url: action.url, method: 'POST', fields: action.fields } as const)
      : { url: action.url };
  const arrival = await browse(start, { answers, isMerchant: (url) => url.startsWith(merchantOrigin) });
  return {
    method: arrival.method === 'POST' ? 'POST' : 'GET',
    url: arrival.url,
    body: Buffer.from(arrival.body).toString('utf8'),
  };
}
