import { euros, requestOf } from './requests.ts';
import type { Scenario } from './scenario.ts';

/** Less than the whole, so that doing it twice would be possible, and seen. */
const part = 300;

export const charge: Scenario = {
  name: 'charge',
  endings: [{ key: '', status: 'approved', at: 'first' }],
  async play({ payments, setting, perform }) {
    await perform(setting.key, () => payments.charge(requestOf(setting), { key: setting.key }));
  },
};

export const capture: Scenario = {
  name: 'capture',
  endings: [
    { key: '', status: 'approved', at: 'first' },
    { key: '-c1', status: 'approved', at: 'first' },
  ],
  async play({ payments, setting, perform, ended }) {
    const { key: payment, amount } = setting;
    const request = { ...requestOf(setting), partialCapture: true };
    const held = await perform(payment, () => payments.authorize(request, { key: payment }));
    if (held === undefined || (await ended(held))?.status !== 'approved') return;
    const key = `${payment}-c1`;
    await perform(key, () => payments.capture({ payment, amount: euros(amount - part) }, { key }));
  },
};

export const release: Scenario = {
  name: 'void',
  endings: [
    { key: '', status: 'approved', at: 'first' },
    { key: '-v1', status: 'approved', at: 'first' },
  ],
  async play({ payments, setting, perform, ended }) {
    const { key: payment, amount } = setting;
    const held = await perform(payment, () => payments.authorize(requestOf(setting), { key: payment }));
    if (held === undefined || (await ended(held))?.status !== 'approved') return;
    const key = `${payment}-v1`;
    await perform(key, () => payments.void({ payment, amount: euros(amount) }, { key }));
  },
};

export const refund: Scenario = {
  name: 'refund',
  endings: [
    { key: '', status: 'approved', at: 'first' },
    { key: '-r1', status: 'approved', at: 'first' },
    { key: '-r2', status: 'approved', at: 'first' },
  ],
  async play({ payments, setting, perform, ended }) {
    const { key: payment } = setting;
    const taken = await perform(payment, () => payments.charge(requestOf(setting), { key: payment }));
    if (taken === undefined || (await ended(taken))?.status !== 'approved') return;
    for (const [key, amount] of [
      [`${payment}-r1`, part],
      [`${payment}-r2`, part + 1],
    ] as const) {
      const request = { payment, amount: euros(amount), reason: 'returned' };
      const refunded = await perform(key, () => payments.refund(request, { key }));
      if (refunded === undefined || (await ended(refunded)) === undefined) return;
    }
  },
};
