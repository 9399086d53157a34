import { ports } from '@ducat/core';
import { expect, test } from 'vitest';
import { isAsExpected } from '../src/print.ts';
import { playTour } from '../src/tour.ts';

test('every step of the tour goes as expected, at both providers, with every port played', async () => {
  const steps = await playTour();
  expect(steps.filter((step) => !isAsExpected(step))).toEqual([]);
  for (const provider of ['paymega', 'paycross']) {
    const played = new Set(steps.filter((step) => step.provider === provider).map(({ operation }) => operation));
    expect([...ports].filter((port) => !played.has(port))).toEqual([]);
  }
});
