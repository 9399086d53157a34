import type { LookupRequest, LookupResult } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { lookupPort } from '../../src/index.ts';
import { failureOf } from '../transport/sending.ts';
import { approved, failure, settings } from './paytest.ts';

const asked: LookupRequest = { operation: 'charge', reference: 'attempt-1' };
const found: LookupResult = { status: 'found', transactions: [{ operation: 'charge', outcome: approved }] };

function lookUp(recipe: () => Promise<LookupResult>, request: LookupRequest = asked): Promise<LookupResult> {
  return lookupPort(settings, recipe)(request);
}

describe('a lookup', () => {
  test('gives what its recipe found', async () => {
    expect(await lookUp(async () => found)).toBe(found);
  });

  test('asks nothing with a wrong request', async () => {
    let isAsked = false;
    const recipe = async (): Promise<LookupResult> => {
      isAsked = true;
      return found;
    };
    expect(await failureOf(lookUp(recipe, { operation: 'charge' }))).toMatchObject({
      code: 'invalid_request',
      effect: 'none',
    });
    expect(await failureOf(lookUp(recipe, { ...asked, reference: '..' }))).toMatchObject({
      code: 'invalid_request',
      effect: 'none',
    });
    expect(isAsked).toBe(false);
  });

  test.each(['none', 'possible'] as const)(
    'finds nothing only when the provider says so, with the effect %s',
    async (effect) => {
      expect(await lookUp(async () => Promise.reject(failure('not_found', effect)))).toEqual({ status: 'not_found' });
    },
  );

  test.each(['invalid_request', 'unsupported', 'authentication_failed', 'internal'] as const)(
    'throws %s, and nothing moved',
    async (code) => {
      const error = await failureOf(lookUp(async () => Promise.reject(failure(code, 'possible'))));
      expect(error).toMatchObject({ code, effect: 'none' });
    },
  );

  test.each([
    'refused',
    'duplicate',
    'rate_limited',
    'connection_failed',
    'connection_lost',
    'deadline_exceeded',
    'canceled',
    'unexpected_response',
    'contradicting_response',
    'invalid_signature',
    'invalid_options',
  ] as const)('that fails with %s says nothing about the payment, and moved nothing', async (code) => {
    for (const effect of ['none', 'possible'] as const) {
      const result = await lookUp(async () => Promise.reject(failure(code, effect)));
      expect(result).toMatchObject({ status: 'failed', error: { code, effect: 'none' } });
    }
  });

  test('advises to ask again after a failure of the way, and not after a request that is wrong', async () => {
    expect(await lookUp(async () => Promise.reject(failure('connection_lost', 'possible')))).toMatchObject({
      error: { retry: 'safe' },
    });
    expect((await failureOf(lookUp(async () => Promise.reject(failure('invalid_request', 'none'))))).retry).toBe(
      'never',
    );
  });

  test('with a defect is `internal`, without a word of what was thrown, and moved nothing', async () => {
    const recipe = lookupPort(settings, async (_request, call) => {
      call.begun = true;
      throw new SyntaxError('canary');
    });
    const error = await failureOf(recipe(asked));
    expect(error).toMatchObject({ code: 'internal', effect: 'none', provider: 'paytest' });
    expect(JSON.stringify(error) + error.stack).not.toContain('canary');
  });
});
