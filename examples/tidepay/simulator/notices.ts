import type { Clock, Courier, Send } from '@ducat/simulator';
import { bytes, createCourier, sendOverHttp } from '@ducat/simulator';
import { createHmac } from 'node:crypto';
import type { Checkout, Fields } from './checkout.ts';
import { seconds } from './checkout.ts';

/** API page "Notices": the header's value, for a sending at this time. */
export function sign(body: Uint8Array, secret: string, milliseconds: number): string {
  const time = seconds(milliseconds);
  const digest = createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex');
  return `t=${time},h=${digest}`;
}

const minute = 60_000;

/** Every sending is signed anew, so that a late one is not refused for its age. */
export function createNotifier(clock: Clock, secret: string, deliver: Send = sendOverHttp): Courier {
  return createCourier({
    clock,
    policy: {
      accepts: (status) => status === 200,
      delayAfter: (attempts) => (attempts < 10 ? 2 ** (attempts - 1) * minute : undefined),
    },
    deliver: (url, request) =>
      deliver(url, {
        ...request,
        headers: { ...request.headers, 'tide-signature': sign(request.body, secret, clock.now()) },
      }),
  });
}

export function notify(courier: Courier, { notifyTo }: Checkout, notice: Fields): void {
  if (notifyTo === undefined) return;
  courier.send({ url: notifyTo, headers: { 'content-type': 'application/json' }, body: bytes(JSON.stringify(notice)) });
}
