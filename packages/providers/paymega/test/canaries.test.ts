import { DucatError } from '@ducat/core';
import { bytes } from '@ducat/simulator';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { signCallback } from '../simulator/index.ts';
import {
  basic,
  canaries,
  chatty,
  context,
  invoice,
  known,
  learned,
  providerAnswering,
  repliesRepeating,
  request,
  secrets,
  withCard,
  withNeither,
  withToken,
} from './canaries.ts';

const { pan, cvv, token: tokenValue } = canaries;

const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    vi.spyOn(console, method).mockImplementation((...values: unknown[]) => void printed.push(inspect(values)));
  }
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0);
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Every way in which a value is printed, stored or logged. */
function faces(value: unknown): string {
  const options = { showHidden: true, depth: Infinity, maxStringLength: Infinity, maxArrayLength: Infinity };
  const own =
    inspect(value, options) + inspect(value, { ...options, getters: true }) + JSON.stringify(value) + String(value);
  return DucatError.is(value) ? own + value.message + String(value.stack) : own;
}

function expectSilent(text: string): void {
  for (const secret of [...secrets, basic]) expect(text).not.toContain(secret);
  expect(text).not.toMatch(/(?:\d[ -]?){12,}/);
}

describe('card data, keys and tokens stay inside', () => {
  const groups = [
    [withCard, [...known, cvv]],
    [withToken, [...known, tokenValue]],
    [withNeither, known],
  ] as const;
  for (const [operations, own] of groups) {
    for (const [operation, act] of Object.entries(operations)) {
      for (const [what, answers] of Object.entries(repliesRepeating(own))) {
        test(`${operation}, when the platform answers with ${what}`, async () => {
          const provider = providerAnswering(answers);
          const told = await act(provider).catch((thrown: unknown) => thrown);
          if (told instanceof Error && !DucatError.is(told)) throw told;
          expectSilent(faces(told));
          expectSilent(faces(provider));
          expectSilent(printed.join('\n'));
        });
      }
    }
  }

  const said = [...known, ...learned].join(' | ');

  test('in a webhook that repeats them', async () => {
    const body = bytes(JSON.stringify(invoice({ ...chatty(said), status: said })));
    const headers = { 'x-signature': signCallback(canaries.testPrivateKey, body) };
    expectSilent(faces(await providerAnswering([]).webhook({ headers, body })));
  });

  test('in a webhook that is forged with them', async () => {
    const body = bytes(JSON.stringify(invoice({ ...chatty(said), status: said })));
    const told = await providerAnswering([])
      .webhook({ headers: { 'x-signature': said }, body })
      .catch((thrown: unknown) => thrown);
    expect(told).toMatchObject({ code: 'invalid_signature' });
    expectSilent(faces(told));
  });

  test('in an answer that is understood, whose words stay readable otherwise', async () => {
    const { charge } = providerAnswering([
      { status: 201, body: invoice() },
      { status: 422, body: { errors: [{ detail: `The number ${pan} is not known, CVV ${cvv}.` }] } },
      { status: 200, body: invoice() },
    ]);
    const told = await charge(request, context).catch((thrown: unknown) => thrown);
    expect(told).toMatchObject({
      code: 'refused',
      message: 'Paymega refused: The number [secret] is not known, CVV [secret].',
    });
  });
});
