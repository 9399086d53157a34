import type { HttpRequest } from '@ducat/adapter-kit';
import type { CallTag } from '../process/call-tag.ts';
import type { CallStep, ProviderId } from '../faults/steps.ts';

const paymegaSteps: readonly (readonly [RegExp, CallStep])[] = [
  [/^\/payment-invoices$/, 'invoice'],
  [/^\/payment\/sale$/, 'sale'],
  [/\/capture$/, 'capture'],
  [/\/void$/, 'void'],
  [/\/refund$/, 'refund'],
  [/^\/payout-invoices$/, 'payout'],
];

const payCrossSteps: readonly (readonly [RegExp, CallStep])[] = [
  [/^\/transactions\/payments$/, 'payment'],
  [/^\/transactions\/authorizations$/, 'authorization'],
  [/^\/transactions\/tokenizations$/, 'tokenization'],
  [/^\/transactions\/captures$/, 'capture'],
  [/^\/transactions\/voids$/, 'void'],
  [/^\/transactions\/refunds$/, 'refund'],
  [/^\/transactions\/payouts$/, 'payout'],
];

/** What a request is for, by its address. */
export function stepOf(provider: ProviderId, { method, path }: HttpRequest, tag: CallTag | undefined): CallStep {
  if (tag?.port === 'challenge') return 'challenge';
  if (method === 'GET') return 'lookup';
  const steps = provider === 'paymega' ? paymegaSteps : payCrossSteps;
  return steps.find(([pattern]) => pattern.test(path))?.[1] ?? 'challenge';
}
