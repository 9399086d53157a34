import { DucatError } from '@ducat/core';
import type { Routes } from '@ducat/router';
import { createRouter } from '@ducat/router';
import { describe, expect, it } from 'vitest';
import { provider, providers } from './house.ts';

/** The error of these routes. */
function refusal(given: unknown, fees?: unknown): DucatError {
  try {
    createRouter({ providers, routes: given as Routes, ...(fees === undefined ? {} : { fees: fees as never }) });
  } catch (error) {
    if (DucatError.is(error)) return error;
    throw error;
  }
  throw new Error('the routes were taken');
}

/** The paths that it lists. */
function wrongPaths(given: unknown, fees?: unknown): string[] {
  return refusal(given, fees).issues.map(({ path }) => path);
}

const rule = { name: 'a rule', try: ['alpha'] };
const withRule = (changes: object): unknown => ({ version: 1, rules: [{ ...rule, ...changes }] });

describe('wrong routes', () => {
  it('are refused with every wrong field and its path', () => {
    const given = {
      version: 2,
      rules: [
        { name: '', if: { currency: ['EUR', 'eur'], amount: { currency: 'EUR', from: 8.2, below: '1.005' } }, try: [] },
        {
          name: 'b',
          if: { metadata: { n: 1 }, time: { from: '25:00' }, bin: '12-345' },
          when: 'amount +',
          split: { alpha: 101 },
        },
        { ...rule, priority: 1 },
      ],
      circuit: { outOf: 0, typo: true },
    };
    expect(wrongPaths(given).sort()).toEqual(
      [
        'version',
        'rules.0.name',
        'rules.0.if.currency.1',
        'rules.0.if.amount.from',
        'rules.0.if.amount.below',
        'rules.0.try',
        'rules.1.if.metadata.n',
        'rules.1.if.time.from',
        'rules.1.if.time.zone',
        'rules.1.if.bin',
        'rules.1.when',
        'rules.1.split.alpha',
        'rules.2.priority',
        'circuit.outOf',
        'circuit.typo',
      ]
        .map((path) => `routes.${path}`)
        .sort(),
    );
  });

  it.each([
    ['two results', withRule({ exclude: ['beta'] }), ['routes.rules.0']],
    ['no result', { version: 1, rules: [{ name: 'none' }] }, ['routes.rules.0']],
    ['among without prefer', withRule({ among: ['beta'] }), ['routes.rules.0.among']],
    [
      'an amount in floating point (defect 61)',
      withRule({ if: { amount: { currency: 'EUR', from: 8.2 } } }),
      ['routes.rules.0.if.amount.from'],
    ],
    [
      'more digits than the currency has (defect 60)',
      withRule({ if: { amount: { currency: 'JPY', from: '5.50' } } }),
      ['routes.rules.0.if.amount.from'],
    ],
    [
      'a bound that is not exact',
      withRule({ if: { amount: { currency: 'EUR', from: { minorUnits: 0.1 } } } }),
      ['routes.rules.0.if.amount.from.minorUnits'],
    ],
    ['a range without bounds', withRule({ if: { amount: { currency: 'EUR' } } }), ['routes.rules.0.if.amount']],
    ['a time of day without a zone', withRule({ if: { time: { from: '09:00' } } }), ['routes.rules.0.if.time.zone']],
    [
      'a zone that there is not',
      withRule({ if: { time: { zone: 'Mars/Base', from: '09:00' } } }),
      ['routes.rules.0.if.time.zone'],
    ],
    ['an expression of another type', withRule({ when: 'amount' }), ['routes.rules.0.when']],
    ['an expression about what is not there', withRule({ when: 'amout > 1' }), ['routes.rules.0.when']],
    ['an empty list', withRule({ if: { currency: [] } }), ['routes.rules.0.if.currency']],
    [
      'two tests of one text',
      withRule({ if: { metadata: { a: { startsWith: 'a', endsWith: 'b' } } } }),
      ['routes.rules.0.if.metadata.a'],
    ],
    ['an unknown provider', withRule({ try: ['alpha', 'aplha'] }), ['routes.rules.0.try.1']],
    [
      'a split that does not add up',
      { version: 1, rules: [{ name: 's', split: { alpha: 50, beta: 49.99 } }] },
      ['routes.rules.0.split'],
    ],
    ['two rules of one name', { version: 1, rules: [rule, rule] }, ['routes.rules.1.name']],
    [
      'an empty range',
      withRule({ if: { amount: { currency: 'EUR', from: '5', below: '5' } } }),
      ['routes.rules.0.if.amount'],
    ],
    ['no routes at all', null, ['routes']],
    [
      'a fixed fee of no currency',
      { version: 1, rules: [], fees: [{ provider: 'alpha', fixed: '0.10' }] },
      ['routes.fees.0.currency'],
    ],
    [
      'a negative fee',
      { version: 1, rules: [], fees: [{ provider: 'alpha', percent: '-1' }] },
      ['routes.fees.0.percent'],
    ],
    [
      'two fees for the same',
      {
        version: 1,
        rules: [],
        fees: [
          { provider: 'alpha', percent: '1' },
          { provider: 'alpha', percent: '2' },
        ],
      },
      ['routes.fees.1'],
    ],
  ])('with %s are refused', (_, given, paths) => {
    expect(wrongPaths(given)).toEqual(paths);
  });

  it('are told in a message that names every field, and nothing has been sent', () => {
    const error = refusal(withRule({ try: ['alpha', 'aplha'], tyr: 1 }));
    expect(error).toMatchObject({ code: 'invalid_options', effect: 'none' });
    expect(error.message).toBe('routes.rules.0.tyr: is not a known field; check its spelling');
  });

  it('are refused by way of the program’s own fees too', () => {
    expect(wrongPaths(undefined, [{ provider: 'nobody', percent: '1' }])).toEqual(['routes.fees.0.provider']);
  });

  it('are those of providers that cannot be told apart', () => {
    expect(() => createRouter({ providers: [provider('one'), provider('one')] })).toThrow(
      /two providers have the id "one"/,
    );
  });

  it('that cannot even be read are refused, without what was thrown', () => {
    const unreadable = {
      get name(): string {
        throw new Error('canary');
      },
    };
    const error = refusal({ version: 1, rules: [unreadable] });
    expect(error).toMatchObject({ code: 'invalid_options', message: 'routes: cannot be read: something in it throws' });
    expect(JSON.stringify(error) + error.stack).not.toContain('canary');
  });

  it('say it in one line of a log, however much is wrong', () => {
    const rules = Array.from({ length: 500 }, (_, index) => ({ name: `rule ${index}`, try: ['nobody'] }));
    const thrown = (): unknown => createRouter({ providers, routes: { version: 1, rules } });
    expect(thrown).toThrow(
      expect.toSatisfy(
        (error) => DucatError.is(error) && error.issues.length === 500 && error.message.length < 5000,
      ) as Error,
    );
  });
});
