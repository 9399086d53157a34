import { DucatError } from '@ducat/core';
import { issuesOf, refusal } from '@ducat/validation';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const schema = z.strictObject({ list: z.array(z.int('must be an integer')).optional() }, 'must be an object');

function issuesIn(value: unknown): readonly (readonly [path: string, message: string])[] {
  const { error } = schema.safeParse(value);
  return error === undefined ? [] : issuesOf(error, 'value').map(({ path, message }) => [path, message]);
}

describe('what is wrong', () => {
  test('stands at its path, and what is wrong as a whole at the name that it was given', () => {
    expect(issuesIn({ list: [1, 'two'], tsil: [] })).toEqual([
      ['list.1', 'must be an integer'],
      ['tsil', 'is not a known field; check its spelling'],
    ]);
    expect(issuesIn('text')).toEqual([['value', 'must be an object']]);
  });

  test('is told without the card numbers in the names of fields', () => {
    expect(issuesIn({ 'card 4111 1111 1111 1111': 1 })).toEqual([
      ['card [digits]', 'is not a known field; check its spelling'],
    ]);
  });

  test('is one error with the fields that are wrong, of which a hundred say enough', () => {
    const unknown = Object.fromEntries(Array.from({ length: 1000 }, (_, number) => [`field ${number}`, number]));
    const issues = issuesIn({ ...unknown, list: Array.from({ length: 1000 }, () => 'a') });
    expect(issues).toHaveLength(100);
    const found = Array.from({ length: 101 }, (_, number) => ({ path: `field ${number}`, message: 'is wrong' }));
    const error = refusal('invalid_options', found);
    expect(DucatError.is(error)).toBe(true);
    expect(error).toMatchObject({ code: 'invalid_options', effect: 'none', retry: 'never' });
    expect(error.issues).toHaveLength(100);
    expect(error.message).toMatch(/^field 0: is wrong; .*field 19: is wrong; and more$/);
    expect(refusal('invalid_options', found, found.length).issues).toHaveLength(101);
  });
});
