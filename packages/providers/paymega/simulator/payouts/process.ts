import { json } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import { sendCallback } from '../callbacks/send.ts';
import type { Card } from '../cards/card.ts';
import { decide } from '../cards/decide.ts';
import type { Verdict } from '../cards/decision.ts';
import { unprocessable } from '../http/refusal.ts';
import type { RoutedRequest } from '../http/router.ts';
import { unixSeconds } from '../world.ts';
import type { World } from '../world.ts';
import type { Payout } from './payout.ts';
import { requirePayout } from './read.ts';
import { payoutDocument } from './resource.ts';

export function announcePayout(world: World, payout: Payout): void {
  sendCallback(world, payout, payoutDocument(world, payout, 'callback'));
}

function change(world: World, payout: Payout, changes: Partial<Payout>): void {
  Object.assign(payout, changes, { updated: unixSeconds(world.clock) });
  announcePayout(world, payout);
}

function cardOf(world: World, payout: Payout): Card | undefined {
  const { cardNumber, token, holder, expiryMonth, expiryYear } = payout.request.destination;
  if (cardNumber === undefined) return token === undefined ? undefined : world.vault.find(token)?.card;
  return {
    number: cardNumber,
    holder: holder ?? 'CARD HOLDER',
    expiryMonth: expiryMonth ?? '12',
    expiryYear: expiryYear ?? '99',
  };
}

function verdictFor(world: World, payout: Payout): Verdict {
  const card = cardOf(world, payout);
  if (card === undefined) return { kind: 'declined', resolution: 'invalid_details' };
  const circumstances = {
    challengeVersion: world.settings.threeDSecure.version,
    testMode: payout.testMode,
    now: new Date(world.clock.now()),
  };
  // Nobody authenticates a payout.
  return (world.controls.takeDecision() ?? decide(card, circumstances)).verdict;
}

export function settlePayout(world: World, payout: Payout, verdict: Verdict): void {
  if (payout.status !== 'process_pending') return;
  const { referenceId: reference, amount, currency } = payout;
  switch (verdict.kind) {
    case 'approved':
      change(world, payout, {
        status: 'processed',
        resolution: 'ok',
        bankPayment: world.bank.payout({ reference, amount, currency }),
        processed: unixSeconds(world.clock),
        processedAmount: amount,
      });
      return;
    case 'declined':
      change(world, payout, { status: 'process_failed', resolution: verdict.resolution });
      return;
    case 'pending':
      payout.resolution = verdict.resolution;
  }
}

export function startPayout(world: World, payout: Payout): void {
  change(world, payout, { status: 'process_pending' });
  const verdict = verdictFor(world, payout);
  const { payoutDelaySeconds } = world.settings;
  if (payoutDelaySeconds === 0) settlePayout(world, payout, verdict);
  else world.clock.schedule(payoutDelaySeconds * 1000, () => settlePayout(world, payout, verdict));
}

export function processPayout(world: World, request: RoutedRequest): SimulatedResponse {
  const payout = requirePayout(world, request.parts['id'] ?? '');
  if (payout.status !== 'created') {
    throw unprocessable('invalid_status', `A payout in status ${payout.status} is not waiting.`, '/data/id');
  }
  startPayout(world, payout);
  return json(200, payoutDocument(world, payout, 'response'));
}
