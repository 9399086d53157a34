import type { ProviderLimits } from '@ducat/core';
import { currencies } from './money.ts';

const hour = 60 * 60 * 1000;

export const limits: ProviderLimits = {
  currencies,
  capture: { partial: 'never', multiple: false },
  void: { partial: false },
  refund: { partial: true, multiple: true },
  tokenize: 'never',
  repeat: { charge: 'replayed', refund: 'replayed' },
  replayWindowMilliseconds: 24 * hour,
  lookupHorizonMilliseconds: hour,
  lookupByReference: [],
  actions: ['redirect'],
};
