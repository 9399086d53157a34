import { requestOf } from './requests.ts';
import type { Scenario, Stage } from './scenario.ts';

async function chargeOnce({ payments, setting, perform }: Stage): Promise<void> {
  await perform(setting.key, () => payments.charge(requestOf(setting), { key: setting.key }));
}

/** The first provider says no, the second yes. */
export const failoverDeclined: Scenario = {
  name: 'failover_declined',
  endings: [{ key: '', status: 'approved', at: 'other' }],
  async play({ payments, setting, perform }) {
    const request = requestOf(setting, 'declined_by_first');
    await perform(setting.key, () => payments.charge(request, { key: setting.key }));
  },
};

/** Nobody listens at the first provider. */
export const failoverUnreachable: Scenario = {
  name: 'failover_unreachable',
  endings: [{ key: '', status: 'approved', at: 'other' }],
  trouble: 'refuses_connections',
  play: chargeOnce,
};

/** The first provider takes the money, and its answer gets lost: nobody else may be tried. */
export const lostAnswer: Scenario = {
  name: 'lost_answer',
  endings: [{ key: '', status: 'approved', at: 'first' }],
  trouble: 'loses_answer',
  play: chargeOnce,
};
