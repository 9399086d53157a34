import type { CardToken, Outcome, Port, WebhookRequest } from '@ducat/core';
import { Money } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { paid, pay, payFor, payingBy, take } from '../deed/payment.ts';
import type { Need } from '../need.ts';
import { paying, taking } from '../need.ts';
import type { Ability } from '../promise.ts';
import type { Stage } from '../stage.ts';
import { approved } from '../stage.ts';

/** One ordinary use of a port: what has to stand before it, and the call itself. */
export interface Use {
  readonly needs: readonly Need[];
  readonly abilities: readonly Ability[];
  /** Everything but the call. Another use in one stage takes another amount, or it would look like a repeat. */
  readonly prepare: (stage: Stage, amount?: string) => Promise<() => Promise<unknown>>;
}

const use = (
  prepare: (stage: Stage, amount: string) => Promise<() => Promise<unknown>>,
  needs: readonly Need[] = [],
  abilities: readonly Ability[] = [],
): Use => ({
  needs,
  abilities,
  prepare: (stage, amount = '12.34') => prepare(stage, amount),
});

/** How a call of each port is named in a sentence. */
export const nounOf: Readonly<Record<Port, string>> = {
  tokenize: 'a tokenization',
  charge: 'a charge',
  authorize: 'an authorization',
  capture: 'a capture',
  void: 'a void',
  challenge: 'a challenge',
  refund: 'a refund',
  payout: 'a payout',
  lookup: 'a lookup',
  webhook: 'a webhook',
};

/** One use for each port. */
export const uses: Readonly<Record<Port, Use>> = {
  tokenize: use(async (stage, amount) => () => storeCard(stage, amount)),
  charge: use(async (stage, amount) => () => stage.pay('charge', amount)),
  authorize: use(async (stage, amount) => () => stage.pay('authorize', amount)),
  capture: use(
    async (stage, amount) => {
      const { providerReference: authorization } = await stage.authorize(amount);
      return () => stage.provider.capture({ authorization, amount: usd(amount) }, stage.attempt());
    },
    ['authorize'],
  ),
  void: use(
    async (stage, amount) => {
      const { providerReference: authorization } = await stage.authorize(amount);
      return () => stage.provider.void({ authorization, amount: usd(amount) }, stage.attempt());
    },
    ['authorize'],
  ),
  challenge: use(
    async (stage, amount) => {
      const outcome = await pay(stage, amount, 'challenged');
      assert.equal(outcome.status, 'action_required');
      const { world, front } = stage;
      await front.aside(async () =>
        world.shop?.(outcome.action, 'approve', (url) => url.startsWith('https://shop.example/')),
      );
      return () => stage.provider.challenge({ continuation: outcome.continuation });
    },
    [paying],
    ['shop', 'cards.challenged'],
  ),
  refund: use(
    async (stage, amount) => {
      const { payment } = await take(stage, amount);
      return () => stage.provider.refund({ payment, amount: usd(amount), reason: 'returned' }, stage.attempt());
    },
    [taking],
  ),
  payout: use(async (stage, amount) => () => {
    const destination = { kind: 'card', card: stage.card() } as const;
    return stage.provider.payout({ ...recipientOf(stage), amount: usd(amount), destination }, stage.attempt());
  }),
  lookup: use(
    async (stage, amount) => {
      const { providerReference } = await paid(stage, amount);
      return () => stage.provider.lookup({ operation: payingBy(stage.provider), providerReference });
    },
    [paying],
  ),
  webhook: use(
    async (stage, amount) => {
      const message = await webhookOf(stage, amount);
      return () => stage.provider.webhook(message);
    },
    [paying],
    ['webhooks'],
  ),
};

/** Stores a card, also where that takes a payment. */
function storeCard(stage: Stage, amount?: string): Promise<Outcome> {
  const source = { kind: 'card', card: stage.card() } as const;
  return stage.provider.tokenize(
    { ...stage.order(amount), source, usage: ['recurring', 'oneclick'], onPayment: 'allow' },
    stage.attempt(),
  );
}

/** A stored card's token, which some providers tell only when they are asked again. */
export async function storedCard(stage: Stage): Promise<CardToken> {
  const { token, providerReference } = approved(await storeCard(stage));
  if (token !== undefined) return token;
  const found = await stage.provider.lookup({ operation: 'tokenize', providerReference });
  assert.equal(found.status, 'found');
  const later = approved(found.transactions[0].outcome).token;
  assert(later, 'a card that was stored has a token');
  return later;
}

/** A payment with a stored card, the merchant alone. */
export function payByToken(stage: Stage, token: CardToken): Promise<unknown> {
  const source = { kind: 'token', token, usage: 'recurring', initiator: 'merchant' } as const;
  return payFor(stage, { ...stage.order(), source }, stage.attempt());
}

/** The webhook about a payment, as it arrives. */
export async function webhookOf(stage: Stage, amount?: string): Promise<WebhookRequest> {
  await paid(stage, amount);
  const message = (await stage.world.webhooks?.())?.at(-1);
  assert(message, 'a payment is followed by a webhook');
  return message;
}

function usd(amount: string): Money {
  return Money.parse(amount, 'USD');
}

function recipientOf(stage: Stage): { description: string; recipient: object } {
  return { description: 'A prize', recipient: { ...stage.order().customer, name: 'Jane Doe' } };
}
