// oxlint-disable eslint/no-console -- printing is what is tested here
import { channel } from 'node:diagnostics_channel';
import { describe, expect, test } from 'vitest';
import { leaksOfAct } from '../../src/leaks/leaks.ts';
import { overhear, soundSinks } from '../../src/leaks/overhear.ts';
import type { SeenRequest } from '../../src/network/front.ts';
import { canaries, sentences } from './canaries.ts';

const leaking: Readonly<Record<string, readonly ((text: string) => void)[]>> = {
  console: [
    (text) => console.log(text),
    (text) => console.error('%s', { toString: () => text }),
    (text) => console.debug({ deep: { deeper: { deepest: { text } } } }),
    (text) => console.table([{ text }]),
  ],
  stdout: [(text) => void process.stdout.write(text)],
  stderr: [(text) => void process.stderr.write(Buffer.from(text))],
  warnings: [
    (text) => process.emitWarning(text),
    (text) => process.emitWarning('masked', { type: 'Masked', detail: text }),
  ],
  'diagnostics channels': [
    (text) =>
      channel('undici:request:create').publish({
        request: { method: 'GET', origin: 'https://a.example', path: `/${text}` },
      }),
    (text) => channel('undici:request:error').publish({ request: {}, error: new Error('masked', { cause: text }) }),
    (text) =>
      channel('http.client.request.start').publish({ request: { method: 'GET', host: 'a.example', path: `/${text}` } }),
  ],
};

describe('a leak beside a call is found', () => {
  test('by everything that is listened to', () => {
    expect(Object.keys(leaking)).toEqual(soundSinks);
  });

  test.each(Object.entries(leaking))('by %s, in every encoding', async (sink, ways) => {
    for (const leak of ways) {
      for (const [canary, encoding, sentence] of sentences) {
        const [leaks] = await leaksOfAct({ front: { seen: [] } }, canaries, async () => leak(sentence));
        expect(leaks, `${canary} ${encoding}`).toContainEqual({ sink, canary, encoding });
      }
    }
  });

  test.each(['plain', 'thrown', 'late'] as const)('in what the call gives: %s', async (kind) => {
    const secret = canaries[0]?.value;
    const [leaks] = await leaksOfAct({ front: { seen: [] } }, canaries, async () => {
      if (kind === 'plain') return { secret };
      if (kind === 'thrown') throw new Error(`no: ${secret}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      console.info(secret);
      return undefined;
    });
    expect(leaks).not.toEqual([]);
  });

  test('in the URL of a request and in the page it names as its origin, in every encoding', async () => {
    for (const [canary, encoding, sentence] of sentences) {
      for (const request of [seen(`/?q=${sentence}`, {}), seen('/', { referer: sentence })]) {
        const requests: SeenRequest[] = [];
        const [leaks] = await leaksOfAct(
          { front: { seen: requests } },
          canaries,
          async () => void requests.push(request),
        );
        expect(leaks, `${canary} ${encoding}`).toContainEqual({ sink: 'URL', canary, encoding });
      }
    }
  });

  test('of what authorized the requests meanwhile', async () => {
    const requests: SeenRequest[] = [];
    const [leaks] = await leaksOfAct({ front: { seen: requests } }, [], async () => {
      requests.push(seen('/', { authorization: 'Bearer issued-meanwhile' }));
      return new Error('refused', { cause: 'issued-meanwhile' });
    });
    expect(leaks).toContainEqual({ sink: 'cause chain', canary: 'credentials', encoding: 'plain' });
  });
});

test('everything is as it was after a call', async () => {
  const before = state();
  await overhear(async () => {
    expect(state()).not.toEqual(before);
  });
  expect(state()).toEqual(before);
});

function state(): unknown[] {
  return [console.log, Reflect.get(process.stdout, 'write'), process.listenerCount('warning')];
}

function seen(path: string, headers: Record<string, string>): SeenRequest {
  return { surface: 'api', method: 'GET', path, headers, body: new Uint8Array() };
}
