import { createPaymega } from '@ducat/paymega';
import type { PaymegaSimulator } from '@ducat/paymega/simulator';
import { approved, createPaymegaSimulator, declined, pending } from '@ducat/paymega/simulator';
import type { RequestHandler } from '@ducat/simulator';
import { dressed } from './bank-dress.ts';
import { openDoor } from './door.ts';
import type { Mood } from './mood.ts';
import { postOf } from './post.ts';
import type { Changed, ProviderTown } from './provider-town.ts';
import { approveLater } from './slow-bank.ts';
import type { SlowBank } from './slow-bank.ts';

const account = {
  accountId: 'coma_storefront',
  apiKey: 'storefront-api-key',
  privateKeys: { live: 'sk_live_storefront', test: 'sk_test_storefront' },
};

export async function openPaymega(changed: Changed): Promise<ProviderTown> {
  let mood: Mood = 'well';
  const simulator = createPaymegaSimulator({ ...account, threeDSecure: { version: '2' } });
  const { handlers } = simulator;
  const [api, cardgate, acs] = await Promise.all([
    openDoor(dressed(handlers.api)),
    openDoor(dressed(moody(simulator, () => mood, changed))),
    openDoor(dressed(handlers.acs)),
  ]);
  const origins = { api: api.origin, cardgate: cardgate.origin, acs: acs.origin };
  simulator.attach(
    postOf(() => mood),
    origins,
  );
  const provider = createPaymega({ ...account, baseUrl: origins.api, cardgateUrl: origins.cardgate, testMode: true });
  return {
    name: 'paymega',
    title: 'Paymega',
    provider,
    bank: simulator.bank,
    origins: Object.values(origins),
    get mood() {
      return mood;
    },
    async turn(next) {
      mood = next;
      await Promise.all([api, cardgate].map((door) => (next === 'down' ? door.shut() : door.open())));
    },
    close: async () => void (await Promise.all([api, cardgate, acs].map((door) => door.shut()))),
  };
}

function moody(simulator: PaymegaSimulator, mood: () => Mood, changed: Changed): RequestHandler {
  const { cardgate } = simulator.handlers;
  const asked: RequestHandler = async (request) => {
    const isSale = request.method === 'POST' && request.path === '/payment/sale';
    const isOnPage = request.method === 'POST' && request.path.startsWith('/hpp/');
    if (!isSale && !isOnPage) return await cardgate(request);
    if (mood() === 'declines') simulator.controls.decideNext({ challenge: undefined, verdict: declined('declined') });
    const isSlow = mood() === 'slow_webhooks';
    if (isSlow) simulator.controls.decideNext({ challenge: undefined, verdict: pending() });
    const response = await cardgate(request);
    if (isSlow) approveLater(slowBank(simulator), changed);
    if (isSale && mood() === 'loses_answers') throw new Error('The answer got lost');
    return response;
  };
  return async (request) => await asked(request).finally(changed);
}

function slowBank(simulator: PaymegaSimulator): SlowBank {
  return {
    undecided: () =>
      simulator.invoices.all
        .filter(({ status, saleStarted }) => saleStarted && status.endsWith('_pending'))
        .map(({ id }) => id),
    approve: (id) => simulator.settle(id, approved),
  };
}
