import { masked } from '@ducat/validation';
import { describe, expect, test } from 'vitest';

describe('a text that is printed or kept', () => {
  test.each([
    ['4111111111111111', '[digits]'],
    ['card 4111 1111 1111 1111 of Jane', 'card [digits] of Jane'],
    ['4111-1111-1111-1111 and 4000 0000 0000 0002', '[digits] and [digits]'],
    ['4111.1111_1111/1111', '[digits]'],
    ['٤١١١١١١١١١١١١١١١', '[digits]'],
    ['12345678901', '12345678901'],
    ['2031-01-31T10:20:30', '2031-01-31T10:20:30'],
  ])('shows no card number, and what is none: %s', (text, shown) => {
    // Twice, because a pattern that remembers where it ended would look at the second text from there on.
    expect([masked(text), masked(text)]).toEqual([shown, shown]);
  });

  test('is cut, after the numbers are masked and not between', () => {
    expect(masked('a'.repeat(301))).toBe(`${'a'.repeat(300)}...`);
    expect(masked(`${'a'.repeat(5)}4111111111111111`, 10)).toBe('aaaaa[digi...');
  });
});
