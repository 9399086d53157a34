import type { Provider } from '@ducat/core';
import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/payment-log.ts';
import type { AttemptBegun, OperationBegun } from '../model/event.ts';
import { responseTo } from '../run/evidence.ts';
import { send } from '../run/send.ts';
import { followingCall } from './call.ts';

/** Sends an operation on a payment that stands in the journal, and writes down what came back. */
export async function sendFollowing(
  engine: Engine,
  loaded: LoadedPayment,
  provider: Provider,
  [operation, attempt]: readonly [OperationBegun, AttemptBegun],
  signal?: AbortSignal,
): Promise<LoadedPayment> {
  const { reference, deadline } = attempt;
  const context = { reference, deadline, ...(signal === undefined ? {} : { signal }) };
  const { finding } = await send(engine, provider, operation.amount, followingCall(provider, operation), context);
  return await engine.log.amend(loaded, () => [responseTo(reference, 1, finding, engine.clock.now())]);
}
