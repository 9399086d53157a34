import { describe, expect, test } from 'vitest';
import { statusTable } from '../src/index.ts';

const meaningOf = statusTable({ successful: 'approved', Failed: 'declined' }, (word) => `unmapped ${word}`);

describe('a table of status words', () => {
  test.each([
    ['successful', 'approved'],
    ['SUCCESSFUL', 'approved'],
    ['Successful', 'approved'],
    ['failed', 'declined'],
    ['FAILED', 'declined'],
  ])('knows %s in any case', (word, meaning) => {
    expect(meaningOf(word)).toBe(meaning);
  });

  test.each([
    '',
    ' successful',
    'successful ',
    'success',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '__proto__',
    '__defineGetter__',
    'ſuccessful',
    'new word',
  ])('takes no word for one that it does not have: %j', (word) => {
    expect(meaningOf(word)).toBe(`unmapped ${word}`);
  });
});
