import type { KeyObject } from 'node:crypto';
import type { PayCrossSimulator } from '@ducat/paycross/simulator';
import { createPayCrossSimulator } from '@ducat/paycross/simulator';
import type { PaymegaSimulator } from '@ducat/paymega/simulator';
import { createPaymegaSimulator } from '@ducat/paymega/simulator';
import type { BankEntry } from '@ducat/simulator';
import type { Addresses } from '../child/order.ts';
import { issuedCards } from '../scenarios/cards.ts';
import { payCrossAccount, paymegaAccount } from './accounts.ts';
import { TownClock } from './town-clock.ts';

export const providerIds = ['paymega', 'paycross'] as const;

export type ProviderId = (typeof providerIds)[number];

/** Something a bank did. */
export interface Movement extends BankEntry {
  readonly provider: ProviderId;
}

/** Both providers with their banks on loopback, in this process: they outlive every merchant. */
export interface Town {
  readonly clock: TownClock;
  readonly paymega: PaymegaSimulator;
  readonly paycross: PayCrossSimulator;
  readonly addresses: Addresses;
  /** What both banks did for a payment and its operations. */
  movementsOf(key: string): readonly Movement[];
  close(): Promise<void>;
}

/** `privateKey` signs PayCross's webhooks: making one takes longer than everything else here. */
export async function openTown(privateKey: KeyObject): Promise<Town> {
  const clock = new TownClock();
  const paymega = createPaymegaSimulator({ ...paymegaAccount, clock });
  const paycross = createPayCrossSimulator({ ...payCrossAccount, clock, privateKey, cards: issuedCards });
  // Webhooks are handed over by the scenario that has some.
  for (const { courier } of [paymega, paycross]) courier.hold();
  const [megaDoors, crossDoors] = await Promise.all([paymega.listen(), paycross.listen()]);
  const banks = { paymega: paymega.bank, paycross: paycross.bank };
  return {
    clock,
    paymega,
    paycross,
    addresses: {
      paymegaApi: megaDoors.apiUrl,
      cardgate: megaDoors.cardgateUrl,
      paycross: crossDoors.gatewayUrl,
      paycrossPublicKey: paycross.publicKey,
    },
    movementsOf: (key) =>
      providerIds.flatMap((provider) =>
        banks[provider].entries
          .filter(({ reference }) => reference === key || reference.startsWith(`${key}-`))
          .map((entry) => ({ ...entry, provider })),
      ),
    async close() {
      await Promise.all([megaDoors.close(), crossDoors.close()]);
    },
  };
}
