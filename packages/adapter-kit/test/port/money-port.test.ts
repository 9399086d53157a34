import type { AttemptContext, ErrorCode, Outcome } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { describe, expect, test, vi } from 'vitest';
import { moneyPort, schemas } from '../../src/index.ts';
import { failureOf } from '../transport/sending.ts';
import { VirtualClock } from '../transport/virtual-clock.ts';
import { approved, context, failure, request, run, settings } from './paytest.ts';

/** Failures of the way to the provider. */
const wayCodes: readonly ErrorCode[] = [
  'connection_failed',
  'connection_lost',
  'deadline_exceeded',
  'canceled',
  'unexpected_response',
  'contradicting_response',
];
/** Everything else that an error can be. */
const answerCodes: readonly ErrorCode[] = [
  'invalid_request',
  'invalid_options',
  'unsupported',
  'authentication_failed',
  'refused',
  'not_found',
  'duplicate',
  'rate_limited',
  'invalid_signature',
  'internal',
];

describe('a port that may move money', () => {
  test('gives the outcome of its recipe', async () => {
    expect(await run([], async () => approved)).toBe(approved);
  });

  test.each([
    undefined,
    null,
    {},
    { reference: '' },
    { reference: 'a b' },
    { reference: 'a;b' },
    { reference: 'x'.repeat(65) },
    { reference: 7 },
  ])('does nothing without a reference: %j', async (wrong) => {
    const recipe = vi.fn<() => Promise<typeof approved>>();
    const port = moneyPort(settings, schemas.captureRequest, recipe);
    const error = await failureOf(port(request, wrong as unknown as AttemptContext));
    expect(error).toMatchObject({ code: 'invalid_request', effect: 'none', issues: [{ path: 'context.reference' }] });
    expect(recipe).not.toHaveBeenCalled();
  });

  test('does nothing with a wrong request, or within a context that is wrong', async () => {
    const recipe = vi.fn<() => Promise<typeof approved>>();
    const port = moneyPort(settings, schemas.captureRequest, recipe);
    expect(await failureOf(port({ ...request, authorization: '..' }, context))).toMatchObject({
      code: 'invalid_request',
      effect: 'none',
    });
    expect(await failureOf(port(request, { ...context, deadline: Number.NaN }))).toMatchObject({
      code: 'invalid_request',
      effect: 'none',
    });
    expect(recipe).not.toHaveBeenCalled();
  });

  test('gives its recipe one budget: the deadline of the caller, or its own timeout from now', async () => {
    const clock = new VirtualClock(5000);
    const { signal } = new AbortController();
    const budgets: unknown[] = [];
    const port = moneyPort(settings, schemas.captureRequest, async (_request, { budget }) => {
      budgets.push(budget);
      return approved;
    });
    await port(request, { ...context, clock });
    await port(request, { ...context, clock, signal, deadline: 5001 });
    expect(budgets).toEqual([
      { clock, deadline: 6000, signal: undefined },
      { clock, deadline: 5001, signal },
    ]);
  });

  const failing = (code: ErrorCode, effect: 'none' | 'possible'): Promise<Outcome> =>
    run([], async ({ call }) => {
      call.providerReference = 'cpi_9';
      throw failure(code, effect);
    });

  test.each([...wayCodes, ...answerCodes])(
    'whose recipe fails with %s, and money may have moved, does not know',
    async (code) => {
      expect(await failing(code, 'possible')).toMatchObject({
        status: 'unknown',
        provider: 'paytest',
        reference: 'attempt-1',
        providerReference: 'cpi_9',
        error: { code, effect: 'possible', retry: 'after_lookup' },
      });
    },
  );

  test.each(wayCodes)('whose recipe fails with %s, and nothing happened, has not sent', async (code) => {
    const outcome = await failing(code, 'none');
    expect(outcome).toMatchObject({
      status: 'not_sent',
      provider: 'paytest',
      reference: 'attempt-1',
      error: { code, effect: 'none' },
    });
    expect(outcome).not.toHaveProperty('providerReference');
  });

  test.each(answerCodes)('whose recipe fails with %s, and nothing happened, throws it', async (code) => {
    expect(await failureOf(failing(code, 'none'))).toMatchObject({ code, effect: 'none' });
  });

  test('names the provider in an error as soon as it was asked, and not before', async () => {
    const before = await failureOf(run([], async () => Promise.reject(failure('unsupported', 'none'))));
    const after = await failureOf(
      run([], async ({ call }) => {
        call.begun = true;
        throw failure('refused', 'none');
      }),
    );
    expect([before.provider, after.provider]).toEqual([undefined, 'paytest']);
  });

  test('leaves the provider that an error names', async () => {
    const error = new DucatError({ code: 'refused', message: 'no', effect: 'none', provider: 'other' });
    expect((await failureOf(run([], async () => Promise.reject(error)))).provider).toBe('other');
  });
});

describe('an error that is not ours', () => {
  const foreign: readonly (readonly [string, unknown, string])[] = [
    ['an error', new TypeError('canary'), 'TypeError'],
    ['a text', 'canary', 'string'],
    ['nothing', undefined, 'undefined'],
    ['null', null, 'object'],
    ['an object', { code: 'refused', effect: 'none', message: 'canary' }, 'object'],
    ['an error with a hostile name', Object.assign(new Error('canary'), { name: 'canary 4111 1111' }), 'object'],
  ];

  test.each(foreign)('is a defect before anything was sent: %s', async (_name, thrown, name) => {
    const error = await failureOf(run([], async () => Promise.reject(thrown)));
    expect(error).toMatchObject({
      code: 'internal',
      effect: 'none',
      provider: 'paytest',
      message: `defect in the adapter (${name})`,
    });
    expect(JSON.stringify(error) + error.stack).not.toContain('canary');
  });

  test.each(foreign)('leaves everything open after that: %s', async (_name, thrown) => {
    const outcome = await run([], async ({ call }) => {
      call.begun = true;
      throw thrown;
    });
    expect(outcome).toMatchObject({ status: 'unknown', error: { code: 'internal', effect: 'possible' } });
    expect(JSON.stringify(outcome)).not.toContain('canary');
  });

  test('tells where it was thrown, not what it said', async () => {
    const text = 'Unexpected token in\n    at /canary/secret.ts:1:1\n    at canary (/canary/secret.ts:1:1)';
    const error = await failureOf(run([], async () => Promise.reject(new SyntaxError(text))));
    expect(error.raw['at']).toMatch(/money-port\.test\.ts:\d+:\d+$/);
    expect(JSON.stringify(error)).not.toContain('canary');
  });
});
