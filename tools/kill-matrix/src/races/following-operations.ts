import { euros, requestOf } from '../scenarios/requests.ts';
import { exactly } from './judge.ts';
import type { Call, Race, RaceOutcome, Track } from './race.ts';

async function authorize({ payments, setting }: Track): Promise<undefined> {
  const result = await payments.authorize(requestOf(setting), { key: setting.key });
  if (result.status !== 'approved') throw new Error(`${setting.key} is ${result.status}`);
}

async function charge({ payments, setting }: Track): Promise<undefined> {
  const result = await payments.charge(requestOf(setting), { key: setting.key });
  if (result.status !== 'approved') throw new Error(`${setting.key} is ${result.status}`);
}

function wholeOf({ payments, setting }: Track, kind: 'capture' | 'void', name: string): Call {
  const key = `${setting.key}-${name}`;
  return { key, make: () => payments[kind]({ payment: setting.key, amount: euros(setting.amount) }, { key }) };
}

/** Each under a key of its own, each for all that is held. */
export const captures: Race = {
  name: 'captures',
  prepare: authorize,
  call: (track, number) => wholeOf(track, 'capture', `c${number}`),
  judge: (outcome) => [...exactly(outcome.bank, captured(outcome)), ...oneApproval(outcome)],
  refusals: ['invalid_request'],
};

export const sameCapture: Race = {
  name: 'same_capture',
  prepare: authorize,
  call: (track) => wholeOf(track, 'capture', 'c'),
  judge: (outcome) => exactly(outcome.bank, captured(outcome)),
  refusals: [],
};

export const captureOrVoid: Race = {
  name: 'capture_or_void',
  prepare: authorize,
  call: (track, number) => wholeOf(track, number % 2 === 0 ? 'capture' : 'void', `x${number}`),
  judge: (outcome) => [...exactly(outcome.bank, captured(outcome), voided(outcome)), ...oneApproval(outcome)],
  refusals: ['invalid_request'],
};

const least = 90;

/** The n-th refund. None is like another: within half a minute PayCross takes an equal one for the same once more. */
function partOf(number: number): number {
  return least + number;
}

function refundOf({ payments, setting }: Track, number: number): Call {
  const key = `${setting.key}-r${number}`;
  const request = { payment: setting.key, amount: euros(partOf(number)), reason: 'returned' };
  return { key, make: () => payments.refund(request, { key }) };
}

/** More than there was to give back, all together. Nobody is refused for whom enough is left. */
export const refunds: Race = {
  name: 'refunds',
  prepare: charge,
  call: refundOf,
  judge({ amount, bank, approved, refused }) {
    const given = bank.slice(1).map((line) => Number(line.replace('refund ', '')));
    const left = amount - given.reduce((sum, part) => sum + part, 0);
    const vain = refused.filter((key) => partOf(Number(key.replace(/.*-r/, ''))) <= left);
    return [
      ...(left < 0 || given.some(Number.isNaN) ? [`the bank did: ${bank.join(', ')}`] : []),
      ...(approved === given.length ? [] : [`${approved} calls were approved, and ${given.length} had an effect`]),
      ...vain.map((key) => `${key} was refused, and ${left} was left`),
    ];
  },
  refusals: ['invalid_request'],
};

export const sameRefund: Race = {
  name: 'same_refund',
  prepare: charge,
  call: (track) => refundOf(track, 0),
  judge: ({ amount, bank }) => exactly(bank, [`charge ${amount}`, `refund ${partOf(0)}`]),
  refusals: [],
};

function captured({ amount }: RaceOutcome): readonly string[] {
  return [`authorize ${amount}`, `capture ${amount}`];
}

function voided({ amount }: RaceOutcome): readonly string[] {
  return [`authorize ${amount}`, `void ${amount}`];
}

function oneApproval({ approved }: RaceOutcome): readonly string[] {
  return approved === 1 ? [] : [`${approved} calls were approved`];
}
