import type { AttemptContext, Operation, Outcome } from '@ducat/core';
import { CardToken } from '@ducat/core';
import { expectStatus } from './expectations.ts';
import { attempt, authorize, charge, money, payout, tokenize } from './requests.ts';
import type { Shop } from './shop.ts';

/** One operation with everything it needs done before; `send` may be called again to repeat the very same request. */
interface Prepared {
  readonly send: (context: AttemptContext, provider?: Shop['provider']) => Promise<Outcome>;
  /** How much the operation moved at the bank so far, in minor units. */
  readonly moved: () => bigint;
}

export type Prepare = (shop: Shop) => Promise<Prepared>;

const sum = ({ simulator }: Shop, ...kinds: readonly string[]): bigint =>
  simulator.bank.entries.reduce((total, { kind, amount }) => (kinds.includes(kind) ? total + amount : total), 0n);

async function held(shop: Shop): Promise<string> {
  const outcome = await shop.provider.authorize(authorize({ amount: money('20.00') }), attempt());
  return expectStatus(outcome, 'approved').providerReference;
}

/** All seven operations that may move money or store a card. */
export const operations: Readonly<Record<Operation, Prepare>> = {
  async tokenize(shop) {
    const request = tokenize();
    const isStored = ({ type, token }: { type: string; token: string | undefined }): boolean =>
      type === 'tokenization' && token !== undefined;
    return {
      send: (context, provider = shop.provider) => provider.tokenize(request, context),
      moved: () => BigInt(shop.simulator.transactions.all.filter(isStored).length) * 1000n,
    };
  },
  async charge(shop) {
    const request = charge();
    return {
      send: (context, provider = shop.provider) => provider.charge(request, context),
      moved: () => sum(shop, 'charge'),
    };
  },
  async authorize(shop) {
    const request = authorize();
    return {
      send: (context, provider = shop.provider) => provider.authorize(request, context),
      moved: () => sum(shop, 'authorize'),
    };
  },
  async capture(shop) {
    const request = { authorization: await held(shop), amount: money('10.00') };
    return {
      send: (context, provider = shop.provider) => provider.capture(request, context),
      moved: () => sum(shop, 'capture'),
    };
  },
  async void(shop) {
    const request = { authorization: await held(shop), amount: money('10.00') };
    return {
      send: (context, provider = shop.provider) => provider.void(request, context),
      moved: () => shop.simulator.transactions.find(request.authorization)?.voided ?? 0n,
    };
  },
  async refund(shop) {
    const paid = expectStatus(await shop.provider.charge(charge({ amount: money('20.00') }), attempt()), 'approved');
    const request = { payment: paid.providerReference, amount: money('10.00'), reason: 'Too small' };
    return {
      send: (context, provider = shop.provider) => provider.refund(request, context),
      moved: () => sum(shop, 'refund'),
    };
  },
  async payout(shop) {
    const stored = await shop.provider.tokenize(tokenize({ usage: ['credit'] }), attempt());
    const { token } = expectStatus(stored, 'approved');
    if (!(token instanceof CardToken)) throw new Error('no token was stored');
    const destination = { kind: 'token', token, usage: 'credit', initiator: 'merchant' } as const;
    const request = payout({ amount: money('10.00'), destination });
    return {
      send: (context, provider = shop.provider) => provider.payout(request, context),
      moved: () => sum(shop, 'payout'),
    };
  },
};

export const operationNames: readonly Operation[] = [
  'tokenize',
  'charge',
  'authorize',
  'capture',
  'void',
  'refund',
  'payout',
];
