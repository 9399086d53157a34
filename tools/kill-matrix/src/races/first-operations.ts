import { requestOf } from '../scenarios/requests.ts';
import { exactly } from './judge.ts';
import type { Race } from './race.ts';

export const sameCharge: Race = {
  name: 'same_charge',
  call: ({ payments, setting }) => ({
    key: setting.key,
    make: () => payments.charge(requestOf(setting), { key: setting.key }),
  }),
  judge: ({ amount, bank }) => exactly(bank, [`charge ${amount}`]),
  refusals: [],
};

/** One key for two requests: whichever was first is the only one. */
export const chargeOfTwoAmounts: Race = {
  name: 'charge_of_two_amounts',
  call({ payments, setting }, number) {
    const amount = setting.amount + (number % 2);
    return {
      key: setting.key,
      make: () => payments.charge(requestOf({ ...setting, amount }), { key: setting.key }),
    };
  },
  judge: ({ amount, calls, bank, approved }) => [
    ...exactly(bank, [`charge ${amount}`], [`charge ${amount + 1}`]),
    ...(approved === calls / 2 ? [] : [`${approved} calls were approved`]),
  ],
  refusals: ['idempotency_mismatch'],
};

/** A shopper who presses reload. */
export const resumes: Race = {
  name: 'resumes',
  async prepare({ payments, setting, ask }) {
    const { key } = setting;
    const result = await payments.charge(requestOf(setting, 'challenged'), { key });
    if (result.status !== 'action_required') throw new Error(`${key} asks for no action, it is ${result.status}`);
    await ask({ kind: 'shopper', key, action: result.action });
    return result.continuation;
  },
  call: ({ payments, setting }, _number, continuation) => ({
    key: setting.key,
    make: () => payments.resume({ continuation }),
  }),
  judge: ({ amount, bank }) => exactly(bank, [`charge ${amount}`]),
  refusals: [],
};
