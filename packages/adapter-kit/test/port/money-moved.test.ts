import type { Outcome } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { pathSegment, withoutEffect } from '../../src/index.ts';
import { failureOf } from '../transport/sending.ts';
import { approved, authorization, failure, run } from './paytest.ts';
import type { Way } from './paytest.ts';

const ok = { status: 200, body: {} };
const notConnected = failure('connection_failed', 'none');
const lost = failure('connection_lost', 'possible');

const charge = ({ exchange, call }: Way): Promise<unknown> => exchange.post('/charge', {}, authorization, call);
const look = ({ exchange, call }: Way): Promise<unknown> => exchange.get('/charge/1', authorization, call);
const prepare = (way: Way): Promise<unknown> =>
  withoutEffect(way.call, () => way.exchange.post('/invoice', {}, authorization, way.call));

async function inOrder(way: Way, ...steps: readonly ((way: Way) => Promise<unknown>)[]): Promise<Outcome> {
  for (const step of steps) await step(way);
  return approved;
}

describe('nothing that fails later proves that nothing was sent', () => {
  test('after a request that may move money was answered', async () => {
    expect(await run([ok, notConnected], async (way) => inOrder(way, charge, look))).toMatchObject({
      status: 'unknown',
      error: { code: 'connection_failed', effect: 'possible', retry: 'after_lookup' },
    });
  });

  test('also when the later step says that it cannot move money', async () => {
    const outcome = await run([ok, lost], async (way) =>
      inOrder(way, charge, () => withoutEffect(way.call, () => look(way))),
    );
    expect(outcome).toMatchObject({ status: 'unknown', error: { effect: 'possible' } });
  });

  test('also when it is a refusal, a wrong id or a defect', async () => {
    const refused = { status: 422, body: { refused: 'refused' } };
    expect(await run([ok, refused], async (way) => inOrder(way, charge, charge))).toMatchObject({
      status: 'unknown',
      error: { code: 'refused' },
    });
    expect(await run([ok], async (way) => inOrder(way, charge, async () => pathSegment('..', 'id')))).toMatchObject({
      status: 'unknown',
    });
    expect(
      await run([ok], async (way) => inOrder(way, charge, async () => Promise.reject(new TypeError('x')))),
    ).toMatchObject({ status: 'unknown' });
  });

  test('also when the recipe went on after an answer that nobody understood', async () => {
    const outcome = await run([{ status: 500, body: 'x' }, notConnected], async (way) =>
      inOrder(way, async () => charge(way).catch(() => undefined), look),
    );
    expect(outcome).toMatchObject({ status: 'unknown', error: { effect: 'possible' } });
  });

  test('after the provider said that it has seen the reference before, whoever asked and whatever follows', async () => {
    const duplicate = { status: 409, body: { refused: 'duplicate' } };
    for (const step of [charge, prepare]) {
      const outcome = await run([duplicate, notConnected], async (way) =>
        inOrder(way, async () => step(way).catch(() => undefined), look),
      );
      expect(outcome).toMatchObject({ status: 'unknown', error: { effect: 'possible' } });
    }
  });
});

describe('proof that nothing was sent', () => {
  test('is a connection that failed before anything that moves money', async () => {
    expect(await run([notConnected], async (way) => inOrder(way, charge))).toMatchObject({
      status: 'not_sent',
      error: { effect: 'none' },
    });
  });

  test('is any failure of a step that cannot move money', async () => {
    for (const step of [lost, { status: 500, body: '<html>' }, { status: 200, body: '<html>' }]) {
      const outcome = await run([step], async (way) => inOrder(way, prepare, charge));
      expect(outcome).toMatchObject({ status: 'not_sent', error: { effect: 'none', retry: 'safe' } });
    }
  });

  test('is a connection that failed after steps that cannot move money', async () => {
    const outcome = await run([ok, ok, notConnected], async (way) => inOrder(way, look, prepare, charge));
    expect(outcome).toMatchObject({ status: 'not_sent', error: { code: 'connection_failed', effect: 'none' } });
  });

  test('is a connection that failed after the provider refused something', async () => {
    const refused = { status: 422, body: { refused: 'refused' } };
    const outcome = await run([refused, notConnected], async (way) =>
      inOrder(way, async () => charge(way).catch(() => undefined), charge),
    );
    expect(outcome).toMatchObject({ status: 'not_sent', error: { code: 'connection_failed' } });
  });
});

describe('a step that cannot move money', () => {
  test('gives its result, and throws what is not ours as it is', async () => {
    const defect = new TypeError('x');
    await run([], async ({ call }) => {
      expect(await withoutEffect(call, async () => 7)).toBe(7);
      await expect(withoutEffect(call, async () => Promise.reject(defect))).rejects.toBe(defect);
      return approved;
    });
  });

  test('leaves a refusal as the refusal that it is', async () => {
    const error = await failureOf(
      run([{ status: 422, body: { refused: 'refused' } }], async (way) => inOrder(way, prepare)),
    );
    expect(error).toMatchObject({ code: 'refused', effect: 'none', retry: 'never' });
  });

  test('does not make a duplicate harmless', async () => {
    const duplicate = new DucatError({ code: 'duplicate', message: 'seen', effect: 'possible' });
    const outcome = await run([], async ({ call }) => {
      const thrown = await failureOf(withoutEffect(call, async () => Promise.reject(duplicate)));
      expect(thrown).toMatchObject({ code: 'duplicate', effect: 'possible', retry: 'after_lookup' });
      throw thrown;
    });
    expect(outcome).toMatchObject({ status: 'unknown', error: { code: 'duplicate', effect: 'possible' } });
  });
});
