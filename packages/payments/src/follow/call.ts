import type { AttemptContext, Outcome, Provider } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { OperationBegun } from '../model/event.ts';

/** A port that acts on a payment, given what the journal has of the operation: enough to send it again after a crash. */
export function followingCall(
  provider: Provider,
  { kind, amount, target, reason }: OperationBegun,
): (context: AttemptContext) => Promise<Outcome> {
  const on = target?.providerReference ?? '';
  return (context) => {
    if (kind === 'capture' && provider.capture) return provider.capture({ authorization: on, amount }, context);
    if (kind === 'void' && provider.void) return provider.void({ authorization: on, amount }, context);
    if (kind === 'refund' && provider.refund) {
      return provider.refund({ payment: on, amount, reason: reason ?? 'refund' }, context);
    }
    const message = `${provider.id} cannot ${kind}`;
    throw new DucatError({ code: 'unsupported', message, effect: 'none', provider: provider.id });
  };
}
