import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { HttpResponse } from '../../src/index.ts';
import { createJsonExchange } from '../../src/index.ts';
import { anyCall, authorization } from './calls.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('the body of a request is forgotten as soon as it is sent, however long the answer takes', async () => {
  const answer = Promise.withResolvers<HttpResponse>();
  const transport = { send: () => answer.promise, async close() {} };
  const exchange = createJsonExchange(transport, 'https://api.example', () => undefined);

  let body: WeakRef<object> | undefined;
  const send = (): Promise<unknown> => {
    const card = { number: '5519283812030000' };
    body = new WeakRef(card);
    return exchange.post('/charge', { card }, authorization, anyCall());
  };
  const answered = send();
  await new Promise(setImmediate);
  collectGarbage();
  expect(body?.deref()).toBeUndefined();

  answer.resolve({ status: 200, headers: {}, body: Buffer.from('{"status":"ok"}') });
  expect(await answered).toEqual({ status: 'ok' });
});
