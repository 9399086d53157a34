import { describe, expect, test, vi } from 'vitest';
import { DucatError, invalidRequest } from '../src/index.ts';

const details = { code: 'connection_lost', message: 'the connection broke', effect: 'possible' } as const;

describe('a DucatError', () => {
  test('is recognised by another copy of this package, of which it is no instance', async () => {
    vi.resetModules();
    const copy = await import('../src/index.ts');
    const [ours, theirs] = [new DucatError(details), new copy.DucatError(details)];
    expect([ours instanceof copy.DucatError, theirs instanceof DucatError]).toEqual([false, false]);
    expect([copy.DucatError.is(ours), DucatError.is(theirs)]).toEqual([true, true]);
  });

  test.each([
    [new Error('connection_lost')],
    [Object.assign(new Error('no'), { name: 'DucatError', code: 'internal', effect: 'none' })],
    [{ ...details }],
    ['DucatError'],
    [null],
    [undefined],
  ])('is not taken for %o', (value) => {
    expect(DucatError.is(value)).toBe(false);
  });

  test('asks for a lookup when money may have moved, and for nothing when it cannot have', () => {
    expect(new DucatError(details).retry).toBe('after_lookup');
    expect(new DucatError({ ...details, effect: 'none' }).retry).toBe('never');
    expect(new DucatError({ ...details, effect: 'none', retry: 'safe' }).retry).toBe('safe');
  });

  test('is an Error with a stack, a name, and its cause', () => {
    const cause = new Error('reset');
    const error = new DucatError({ ...details, cause });
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toBe('DucatError: the connection broke');
    expect(error.stack).toContain('ducat-error.test.ts');
    expect(error.cause).toBe(cause);
    expect('cause' in new DucatError(details)).toBe(false);
  });

  test('has empty lists where nothing is known, so that nobody has to ask', () => {
    expect(new DucatError(details)).toMatchObject({ issues: [], raw: {}, provider: undefined });
  });

  test('in JSON has everything but the cause, which may hold anything', () => {
    const error = new DucatError({ ...details, provider: 'paymega', raw: { status: '502' }, cause: new Error('no') });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      ...details,
      retry: 'after_lookup',
      provider: 'paymega',
      issues: [],
      raw: { status: '502' },
    });
  });
});

describe('the error for one wrong field', () => {
  test('names the field, says what would be right, and that nothing happened', () => {
    expect(invalidRequest('amount', 'must be more than zero', 'paycross')).toMatchObject({
      code: 'invalid_request',
      message: 'amount: must be more than zero',
      effect: 'none',
      provider: 'paycross',
      issues: [{ path: 'amount', message: 'must be more than zero' }],
    });
  });
});
