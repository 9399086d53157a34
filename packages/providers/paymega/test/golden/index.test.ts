import { describe, expect, test } from 'vitest';
import type { Difference, Json } from './files.ts';
import { examples, filesIn, pageExample, sentExample } from './files.ts';

describe('the golden files', () => {
  const named = examples.map(({ file }) => file).toSorted();
  const requests = examples.flatMap(({ file, sentDifferently }) =>
    sentDifferently === undefined ? [] : [{ file, sentDifferently }],
  );

  test('are all listed in the index, and the index lists nothing else', () => {
    expect([...filesIn('pages')].toSorted()).toEqual(named);
    expect([...filesIn('sent')].toSorted()).toEqual(requests.map(({ file }) => file).toSorted());
  });

  for (const { file, sentDifferently } of requests) {
    test(`${file}: what is sent says what the page says, but for the noted differences`, () => {
      const expected = structuredClone(pageExample(file));
      for (const difference of sentDifferently) apply(expected, difference);
      expect(JSON.parse(sentExample(file))).toEqual(expected);
    });
  }
});

function apply(example: Json, { path, page, sent }: Difference): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce<Json | undefined>((inner, name) => inner?.[name], example) as unknown as Record<
    string,
    unknown
  >;
  expect(holder[last], `the page's ${path}`).toEqual(page);
  if (sent === undefined) delete holder[last];
  else holder[last] = sent;
}
