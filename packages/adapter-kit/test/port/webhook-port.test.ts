import { DucatError } from '@ducat/core';
import { expect, test } from 'vitest';
import { webhookPort } from '../../src/index.ts';

const defective = webhookPort('acme', () => {
  throw new TypeError('the recipe is broken');
});

test.each([
  ['a parsed body', { headers: {}, body: { status: 'paid' } }],
  ['a decoded body', { headers: {}, body: '{"status":"paid"}' }],
  ['no body', { headers: {} }],
  ['no headers', { body: new Uint8Array(2) }],
  ['nothing', undefined],
])('%s is refused with one error that says what to give', async (_name, request) => {
  const refusal = await defective(request as never).catch((thrown: unknown) => thrown);
  expect(refusal).toBeInstanceOf(DucatError);
  expect(refusal).toMatchObject({ code: 'invalid_request', effect: 'none' });
});

test('a defect in reading leaves as a DucatError, and reading moves nothing', async () => {
  const thrown = await defective({ headers: {}, body: new Uint8Array(2) }).catch((reason: unknown) => reason);
  expect(thrown).toMatchObject({ name: 'DucatError', code: 'internal', effect: 'none', provider: 'acme' });
});
