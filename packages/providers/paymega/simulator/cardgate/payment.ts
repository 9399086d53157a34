import type { Card } from '../cards/card.ts';
import { decide } from '../cards/decide.ts';
import { settle } from '../invoices/settle.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { change } from '../invoices/transition.ts';
import type { World } from '../world.ts';
import { returnUrlFor } from './authentication-payload.ts';

interface PaymentCircumstances {
  /** A shopper who is not there cannot pass a challenge. */
  readonly shopperPresent: boolean;
  readonly clientAddress: string;
}

export function startPayment(
  world: World,
  invoice: Invoice,
  card: Card,
  { shopperPresent, clientAddress }: PaymentCircumstances,
): void {
  const decision =
    world.controls.takeDecision() ??
    decide(card, {
      challengeVersion: world.settings.threeDSecure.version,
      testMode: invoice.testMode,
      now: new Date(world.clock.now()),
    });
  change(world, invoice, { saleStarted: true, card, clientAddress });
  const { challenge: version, verdict } = decision;
  if (version === undefined || !shopperPresent) {
    settle(world, invoice, verdict);
    return;
  }
  const opened = world.challenges.open(invoice.id, version, (pid) => returnUrlFor(world, version, pid), verdict);
  change(world, invoice, { challenge: opened.pid });
}
