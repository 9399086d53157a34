import { describe, expect, test } from 'vitest';
import { leaksOfValue } from '../../src/leaks/leaks.ts';
import { valueSinks } from '../../src/leaks/outputs.ts';
import { canaries, sentences } from './canaries.ts';

const custom = Symbol.for('nodejs.util.inspect.custom');

/** A value that leaks the text by the sink it is named for. */
const leaking: Readonly<Record<string, (text: string) => unknown>> = {
  'String()': (text) => ({ toString: () => text }),
  'JSON.stringify': (text) => ({ toJSON: () => ({ text }) }),
  inspect: (text) => ({ [custom]: () => text }),
  'inspect with everything': (text) => Object.defineProperty({}, 'hidden', { value: { deep: { deeper: { text } } } }),
  'inspect with getters': (text) => ({
    get shown() {
      return text;
    },
  }),
  'inspect without custom printing': (text) => ({ text, [custom]: () => 'masked' }),
  'format %s': (text) => ({ toString: () => text }),
  'format %j': (text) => ({ toJSON: () => text }),
  stack: (text) => Object.assign(new Error('masked'), { stack: `Error: ${text}\n at nowhere` }),
  'cause chain': (text) => new Error('masked', { cause: new Error('masked', { cause: { text } }) }),
  'own properties': (text) =>
    Object.defineProperty({}, Symbol('hidden'), { value: new Map([['key', Buffer.from(text)]]) }),
  getters: (text) => new Closed(text),
  spread: (text) => ({ list: [new Set([text])] }),
  structuredClone: (text) => ({ list: [{ text }] }),
  'v8.serialize': (text) => new Map([[text, 1]]),
};

class Closed {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  get shown(): string {
    return this.#text;
  }
}

describe('a leak in a value is found', () => {
  test('by every way of printing that there is', () => {
    expect(Object.keys(leaking)).toEqual(valueSinks);
  });

  test.each(Object.entries(leaking))('by %s, in every encoding', (sink, leak) => {
    for (const [canary, encoding, sentence] of sentences) {
      expect(leaksOfValue(leak(sentence), canaries), `${canary} ${encoding}`).toContainEqual({
        sink,
        canary,
        encoding,
      });
    }
  });

  test('in a name of a property, and behind one that throws', () => {
    const value = Object.defineProperty({ [sentences[0]?.[2] ?? '']: 1 }, 'broken', {
      get(): never {
        throw new Error('no');
      },
    });
    expect(leaksOfValue(value, canaries)).not.toEqual([]);
  });
});

test('a value without a secret leaks nothing', () => {
  const value = {
    id: 'e89abc1a-1d18-4d0f-83a1-7009b333dce0',
    masked: '441239******0000',
    time: '2026-11-21T18:26:07.826Z',
    lines: ['file:///work/source.ts:826:12', '127.0.0.1:8260', '8.26', '-826', '18,826,000', 'a826b'],
    error: new Error('declined (05), call 1-800-826-0000'),
    none: undefined,
    nothing: null,
    amount: 826_000n,
  };
  expect(leaksOfValue(value, canaries)).toEqual([]);
  for (const plain of [undefined, null, 0, 'text', []]) expect(leaksOfValue(plain, canaries)).toEqual([]);
});
