import { expect, test } from 'vitest';
import type { Step } from '../src/child/order.ts';
import type { CaseResult } from '../src/lane/kill-case.ts';
import { killsDuringRecovery, killsOf } from '../src/matrix/plan.ts';
import { nameOfPoint, readPoint } from '../src/matrix/point.ts';

const steps: readonly Step[] = [
  { name: 'append 1', kind: 'append', what: '', phase: 'play', microseconds: 1000 },
  { name: 'post 1', kind: 'post', what: '', phase: 'play', microseconds: 2000 },
  { name: 'read 1', kind: 'read', what: '', phase: 'play', microseconds: 10 },
  { name: 'acknowledge 1', kind: 'acknowledge', what: '', phase: 'play', microseconds: 500 },
  { name: 'lease 1', kind: 'lease', what: '', phase: 'settle', microseconds: 500 },
];

const undisturbed: CaseResult = {
  order: { scenario: 'charge', provider: 'paymega', kills: [], repeats: true },
  kills: 0,
  outcome: 'approved',
  violations: [],
  steps,
  reports: [],
  book: [],
};

const density = { within: 2, again: 3, both: false, seed: 1 };

test('every step is met before and after, and what has an effect in its middle too', () => {
  const points = killsOf(undisturbed, density).flatMap(({ kills }) => kills.map(nameOfPoint));
  expect(points.map((point) => point.replace(/\d+$/, ''))).toEqual([
    'append 1:before',
    'append 1:within:',
    'append 1:within:',
    'append 1:after',
    'post 1:before',
    'post 1:within:',
    'post 1:within:',
    'post 1:after',
    'read 1:before',
    'acknowledge 1:before',
    'acknowledge 1:after',
  ]);
});

test('half of the merchants repeat their calls, or all of them do both', () => {
  const repeating = killsOf(undisturbed, density).filter(({ repeats }) => repeats);
  expect(repeating).toHaveLength(5);
  expect(killsOf(undisturbed, { ...density, both: true })).toHaveLength(22);
});

test('the same seed kills at the same microseconds, and another one elsewhere', () => {
  const kills = killsOf(undisturbed, density);
  expect(killsOf(undisturbed, density)).toEqual(kills);
  expect(killsOf(undisturbed, { ...density, seed: 3 })).not.toEqual(kills);
});

test('a recovery that is under way is killed as well, after the same first kill', () => {
  const [first] = killsOf(undisturbed, density);
  if (first === undefined) throw new Error('nothing is planned');
  const again = killsDuringRecovery({ ...undisturbed, order: first }, density);
  expect(again).toHaveLength(3);
  for (const { kills } of again) expect(kills).toEqual([first.kills[0], expect.anything()]);
});

test.each(['append 2:before', 'post 1:after', 'acknowledge 12:within:840'])('%s names a point', (text) => {
  expect(nameOfPoint(readPoint(text))).toBe(text);
});

test.each(['append 2', 'append:before', 'append 2:within', 'append 2:before:7', ''])('%s names no point', (text) => {
  expect(() => readPoint(text)).toThrow(TypeError);
});
