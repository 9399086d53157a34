import { createPayCross } from '@ducat/paycross';
import type { IssuedCard, PayCrossSimulator } from '@ducat/paycross/simulator';
import { createPayCrossSimulator } from '@ducat/paycross/simulator';
import type { RequestHandler, SimulatedRequest } from '@ducat/simulator';
import { bytes, text } from '@ducat/simulator';
import { dressed } from './bank-dress.ts';
import { testCards } from './cards.ts';
import { openDoor } from './door.ts';
import type { Mood } from './mood.ts';
import { postOf } from './post.ts';
import type { Changed, ProviderTown } from './provider-town.ts';
import { approveLater } from './slow-bank.ts';
import type { SlowBank } from './slow-bank.ts';

const account = { shopId: '361', secretKey: 'storefront-secret-key' };

/** Cards that PayCross does not publish act as they do at the other provider. */
const cards: readonly IssuedCard[] = [
  { number: testCards.challenge, authentication: { version: 2, flow: 'challenge', result: 'Y' } },
  { number: testCards.challengeBefore2, authentication: { version: 1, flow: 'challenge', result: 'Y' } },
  { number: testCards.insufficientFunds, code: 'F.0114' },
];

export async function openPayCross(changed: Changed): Promise<ProviderTown> {
  let mood: Mood = 'well';
  const simulator = createPayCrossSimulator({ ...account, cards });
  const gateway = await openDoor(dressed(moody(simulator, () => mood, changed)));
  const acs = await openDoor(dressed(simulator.handlers.acs));
  simulator.attach(
    postOf(() => mood),
    { gateway: gateway.origin, acs: acs.origin },
  );
  const provider = createPayCross({
    ...account,
    baseUrl: gateway.origin,
    webhookPublicKey: simulator.publicKey,
    testMode: true,
  });
  return {
    name: 'paycross',
    title: 'PayCross',
    provider,
    bank: simulator.bank,
    origins: [gateway.origin, acs.origin],
    get mood() {
      return mood;
    },
    async turn(next) {
      mood = next;
      await (next === 'down' ? gateway.shut() : gateway.open());
    },
    close: async () => void (await Promise.all([gateway.shut(), acs.shut()])),
  };
}

/** What the acquirer answers to a charge. */
const codes: Partial<Record<Mood, string>> = { declines: 'F.0105', slow_webhooks: 'P.0001' };

function moody(simulator: PayCrossSimulator, mood: () => Mood, changed: Changed): RequestHandler {
  const { gateway } = simulator.handlers;
  const asked: RequestHandler = async (request) => {
    const isCharge = request.method === 'POST' && request.path === '/transactions/payments';
    const isSlow = mood() === 'slow_webhooks';
    const code = isCharge ? codes[mood()] : undefined;
    const response = await gateway(code === undefined ? request : expecting(request, code));
    if (isSlow) approveLater(slowBank(simulator), changed);
    if (isCharge && mood() === 'loses_answers') throw new Error('The answer got lost');
    return response;
  };
  return async (request) => await asked(request).finally(changed);
}

/** PayCross docs, testing: a test transaction may name the code that the acquirer is to answer. */
function expecting(request: SimulatedRequest, code: string): SimulatedRequest {
  const { request: asked } = JSON.parse(text(request.body)) as { request: { additional_data?: object } };
  const additional_data = { ...asked.additional_data, expected_bank_code: code };
  return { ...request, body: bytes(JSON.stringify({ request: { ...asked, additional_data } })) };
}

function slowBank({ transactions, controls }: PayCrossSimulator): SlowBank {
  return {
    undecided: () => transactions.all.filter(({ status }) => status === 'pending').map(({ uid }) => uid),
    approve: (uid) => controls.finish(uid, 'S.0000'),
  };
}
