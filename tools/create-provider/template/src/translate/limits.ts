import type { ProviderLimits } from '@ducat/core';

const hour = 60 * 60 * 1000;

export const limits: ProviderLimits = {
  currencies: 'any',
  capture: { partial: 'always', multiple: false },
  void: { partial: false },
  refund: { partial: true, multiple: true },
  tokenize: 'never',
  repeat: { charge: 'replayed', authorize: 'replayed', capture: 'replayed', void: 'replayed', refund: 'replayed' },
  replayWindowMilliseconds: 24 * hour,
  lookupHorizonMilliseconds: hour,
  lookupByReference: ['charge', 'authorize', 'capture', 'void', 'refund'],
  actions: [],
};
