import type { Verdict } from '../cards/decision.ts';
import { unixSeconds } from '../world.ts';
import type { World } from '../world.ts';
import { captureHold } from './capture.ts';
import type { Invoice } from './invoice.ts';
import { isWaiting } from './invoice.ts';
import { change } from './transition.ts';
import { voidHold } from './void.ts';

function scheduleDelayedAction(world: World, invoice: Invoice): number | undefined {
  const { action, delayMinutes } = invoice.request.delayed;
  if (action === undefined || delayMinutes === undefined) return undefined;
  const delayMilliseconds = delayMinutes * 60_000;
  world.clock.schedule(delayMilliseconds, () => {
    if (invoice.status !== 'authorized') return;
    if (action === 'capture') captureHold(world, invoice, invoice.amount);
    else voidHold(world, invoice);
  });
  return unixSeconds(world.clock) + delayMinutes * 60;
}

function issueToken(world: World, invoice: Invoice): string | undefined {
  const { card, request, testMode } = invoice;
  if (!request.cardgate.tokenize || !world.settings.account.tokenization) return undefined;
  if (card === undefined || request.customer === undefined) return undefined;
  return world.vault.issue({ card, customerReference: request.customer.referenceId, testMode });
}

function approve(world: World, invoice: Invoice): void {
  const { referenceId: reference, amount, currency } = invoice;
  const now = unixSeconds(world.clock);
  const shared = {
    resolution: 'ok',
    moderationRequired: false,
    challenge: undefined,
    token: issueToken(world, invoice),
    retrievalReference: String(100_000_000_000 + world.random.integer(1_000_000_000)),
    approvalCode: world.random.identifier(6).toUpperCase(),
  };
  if (invoice.request.flow === 'delayed_charge') {
    const bankPayment = world.bank.authorize({ reference, amount, currency });
    const delayedActionAt = scheduleDelayedAction(world, invoice);
    change(world, invoice, { ...shared, status: 'authorized', bankPayment, delayedActionAt });
    return;
  }
  const bankPayment = world.bank.charge({ reference, amount, currency });
  change(world, invoice, {
    ...shared,
    status: 'processed',
    bankPayment,
    processed: now,
    processedAmount: amount,
  });
}

/** Gives a waiting invoice its end, or tells why it goes on waiting; a finished one is left alone. */
export function settle(world: World, invoice: Invoice, verdict: Verdict): void {
  if (!isWaiting(invoice)) return;
  switch (verdict.kind) {
    case 'approved':
      approve(world, invoice);
      return;
    case 'declined':
      change(world, invoice, {
        status: invoice.request.flow === 'delayed_charge' ? 'authorize_failed' : 'process_failed',
        resolution: verdict.resolution,
        moderationRequired: false,
        challenge: undefined,
        failed: unixSeconds(world.clock),
      });
      return;
    case 'pending':
      change(world, invoice, {
        resolution: verdict.resolution,
        moderationRequired: verdict.moderation,
        challenge: undefined,
      });
  }
}
