import type { Approved, AttemptContext, ChargeRequest, Outcome, Provider } from '@ducat/core';
import { Money, supports } from '@ducat/core';
import type { WorldCards } from '../harness/world.ts';
import type { Balance } from '../judgement/balance.ts';
import type { Stage } from '../stage.ts';
import { approved } from '../stage.ts';
import type { OperationFacts } from './operations.ts';
import { operations } from './operations.ts';

/** How this provider makes a payment: a charge, or an authorization where it has no charges. */
export function payingBy(provider: Provider): 'charge' | 'authorize' {
  return supports(provider, 'charge') ? 'charge' : 'authorize';
}

/** The facts of that operation; none where the provider makes no payments. */
export function paymentsOf({ provider }: Stage): readonly OperationFacts[] {
  return operations.filter(({ operation }) => operation === payingBy(provider) && supports(provider, operation));
}

/** Makes a payment with a card that is approved, or as said. */
export function pay(
  stage: Stage,
  amount?: string | Money,
  card?: keyof WorldCards,
  context?: AttemptContext,
): Promise<Outcome> {
  return stage.pay(payingBy(stage.provider), amount, card, context);
}

/** Makes the payment that is described. */
export function payFor(
  stage: Stage,
  request: ChargeRequest,
  context: AttemptContext,
  provider: Stage['provider'] = stage.provider,
): Promise<Outcome> {
  return provider[payingBy(provider)](request, context);
}

/** Makes a payment that has to be approved. */
export async function paid(stage: Stage, amount?: string): Promise<Approved> {
  return approved(await pay(stage, amount));
}

/** Where the money of a payment is by then. */
export function paidBalance({ provider }: Stage, minorUnits: bigint): Partial<Balance> {
  return payingBy(provider) === 'charge' ? { taken: minorUnits } : { held: minorUnits };
}

/** A payment that was taken. */
export interface Taken {
  /** The reference of the attempt with which it began. */
  readonly reference: string;
  /** The provider's id, which refunds name: of the charge, or of the capture. */
  readonly payment: string;
}

/** Takes an amount: by a charge, or in two steps where the provider has no charges. */
export async function take(stage: Stage, amount = '12.34'): Promise<Taken> {
  const context = stage.attempt();
  const { providerReference } = approved(await pay(stage, amount, 'approved', context));
  const { reference } = context;
  if (payingBy(stage.provider) === 'charge') return { reference, payment: providerReference };
  const capture = { authorization: providerReference, amount: Money.parse(amount, 'USD') };
  const captured = approved(await stage.provider.capture(capture, stage.attempt()));
  return { reference, payment: captured.providerReference };
}
