import { createPayCrossSimulator } from '@ducat/paycross/simulator';
import { cards, createPaymegaSimulator } from '@ducat/paymega/simulator';
import type { BankEntry, SimulatedNetwork } from '@ducat/simulator';
import { JumpingClock, sendOverHttp } from '@ducat/simulator';
import { openDoor } from './door.ts';
import type { MerchantSettings } from './merchant-settings.ts';
import { misfortunes } from './misfortunes.ts';

const paymegaAccount = {
  accountId: 'coma_1',
  apiKey: 'api-key-1',
  privateKeys: { live: 'sk_live_1', test: 'sk_test_1' },
};
const payCrossAccount = { shopId: '361', secretKey: 'secret-key-1' };

/** Both providers with their banks, on loopback; PayCross goes wrong in every way there is. */
export interface Town {
  readonly settings: Omit<MerchantSettings, 'journalFile'>;
  /** How often each misfortune came. */
  readonly misfortunes: ReadonlyMap<string, number>;
  /** PayCross is down for a while. */
  breakDown(milliseconds: number): Promise<void>;
  /** Time that nobody wants to wait for: what falls due in it happens at once. */
  skip(milliseconds: number): void;
  entries(provider: 'paymega' | 'paycross'): readonly BankEntry[];
  close(): Promise<void>;
}

/** Every so many requests one goes wrong. */
const every = 3;

export async function openTown(webhookUrl: string): Promise<Town> {
  const clock = new JumpingClock(Date.now(), 1);
  const paymega = createPaymegaSimulator({ ...paymegaAccount, clock });
  const listening = await paymega.listen();
  const paycross = createPayCrossSimulator({ ...payCrossAccount, clock, cards: [{ number: cards.approved }] });
  const met = new Map<string, number>(
    ['nobody listens', ...misfortunes.map(({ name }) => name)].map((name) => [name, 0]),
  );
  let requests = 0;
  const door = await openDoor(paycross.handlers.gateway, () => {
    requests += 1;
    if (requests % every !== 0) return undefined;
    const misfortune = misfortunes[(requests / every) % misfortunes.length];
    if (misfortune !== undefined) met.set(misfortune.name, (met.get(misfortune.name) ?? 0) + 1);
    return misfortune;
  });
  paycross.attach(overHttp, { gateway: door.origin, acs: door.origin });
  return {
    settings: {
      paymega: { ...paymegaAccount, baseUrl: listening.apiUrl, cardgateUrl: listening.cardgateUrl, testMode: true },
      paycross: { ...payCrossAccount, baseUrl: door.origin, webhookPublicKey: paycross.publicKey, testMode: true },
      cardNumber: cards.approved,
      webhookUrl,
    },
    misfortunes: met,
    async breakDown(milliseconds) {
      met.set('nobody listens', (met.get('nobody listens') ?? 0) + 1);
      await door.shut(milliseconds);
    },
    skip: (milliseconds) => clock.jump(milliseconds),
    entries: (provider) => ({ paymega, paycross })[provider].bank.entries,
    async close() {
      await Promise.all([listening.close(), door.close()]);
    },
  };
}

/** Nothing is attached anywhere: the doors listen by themselves, and webhooks leave over HTTP. */
const overHttp: SimulatedNetwork = { attach: () => undefined, send: sendOverHttp };
