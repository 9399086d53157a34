import type { WebhookRequest } from '@ducat/core';
import { requestOf } from './requests.ts';
import type { Scenario } from './scenario.ts';

/** The shopper has to confirm: the payment goes on when the browser is back. */
export const challenge: Scenario = {
  name: 'challenge',
  endings: [{ key: '', status: 'approved', at: 'first' }],
  async play({ payments, setting, perform, ask }) {
    const { key } = setting;
    const request = requestOf(setting, 'challenged');
    const result = await perform(key, () => payments.charge(request, { key }));
    if (result?.status !== 'action_required') return;
    await ask({ kind: 'shopper', key, action: result.action });
    await perform(key, () => payments.resume({ continuation: result.continuation }));
  },
};

/** The bank takes its time, and a webhook tells the end. */
export const webhook: Scenario = {
  name: 'webhook',
  endings: [{ key: '', status: 'approved', at: 'first' }],
  async play({ payments, setting, perform, ask }) {
    const { key, provider } = setting;
    const request = requestOf(setting, 'pending');
    const result = await perform(key, () => payments.charge(request, { key }));
    if (result?.status !== 'pending') return;
    const told = (await ask({ kind: 'bank_ends', key, reference: `${key}-1` })) as readonly Posted[];
    for (const { headers, body } of told) await payments.receive(provider, received(headers, body));
    await payments.recover();
  },
};

/** A webhook as it is told between processes: its body in base64. */
export interface Posted {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function received(headers: Posted['headers'], body: string): WebhookRequest {
  return { headers, body: new Uint8Array(Buffer.from(body, 'base64')) };
}
