import { describe, expect, test } from 'vitest';
import { readArguments } from '../src/arguments.ts';

describe('the arguments', () => {
  test('measure everything, and fail nothing, unless they say otherwise', () => {
    expect(readArguments([])).toMatchObject({
      json: false,
      check: false,
      parts: ['calls', 'imports', 'plan', 'lease'],
      settings: { inFlight: 64, rules: [10, 10_000], operations: 1_000_000 },
    });
  });

  test('always measure raw undici beside the clients that they name', () => {
    expect(readArguments(['--clients', 'stripe'])).toMatchObject({ settings: { clients: ['undici', 'stripe'] } });
  });

  test('refuse what they do not know', () => {
    expect(() => readArguments(['--clients', 'fetch'])).toThrow('--clients: there is no fetch, but undici');
    expect(() => readArguments(['--only', 'memory'])).toThrow('--only: there is no memory, but calls');
    expect(() => readArguments(['--rounds', '0'])).toThrow('--rounds: 0 is no whole number of one or more');
    expect(() => readArguments(['--fast'])).toThrow("Unknown option '--fast'");
  });
});
