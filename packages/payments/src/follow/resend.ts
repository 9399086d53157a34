import type { Provider } from '@ducat/core';
import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/payment-log.ts';
import type { AttemptState, OperationState } from '../reduce/state.ts';
import { responseTo } from '../run/evidence.ts';
import { attemptOf } from '../run/find.ts';
import { send } from '../run/send.ts';
import { followingCall } from './call.ts';

interface Sent {
  readonly provider: Provider;
  readonly operation: OperationState;
  readonly attempt: AttemptState;
}

/** Sends an operation on a payment once more, with the reference it had: rebuilt from the journal alone. */
export async function resend(
  engine: Engine,
  loaded: LoadedPayment,
  { provider, operation, attempt }: Sent,
): Promise<LoadedPayment> {
  const { clock, limits, log } = engine;
  const { reference } = attempt.begun;
  const number = attempt.lastSending.number + 1;
  const deadline = clock.now() + limits.attemptMilliseconds;
  let isMine = false;
  const begun = await log.amend(loaded, ({ state }) => {
    isMine = attemptOf(state, reference)?.attempt.lastSending.number === number - 1;
    return isMine ? [{ type: 'sending_begun', at: clock.now(), reference, sending: number, deadline }] : [];
  });
  if (!isMine) return begun;
  const call = followingCall(provider, operation.begun);
  const { finding } = await send(engine, provider, operation.begun.amount, call, { reference, deadline });
  return await log.amend(begun, () => [responseTo(reference, number, finding, clock.now())]);
}
