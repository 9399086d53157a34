import type { ChallengeRequest, Outcome, TransactionRecord } from '@ducat/core';
import { Money } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import type { ChallengeFacts } from '../../src/index.ts';
import { challengePort, readChallenge, writeChallenge } from '../../src/index.ts';
import { refusalOf } from '../refusal.ts';
import { failureOf } from '../transport/sending.ts';
import { amount, approved, failure, settings } from './paytest.ts';
import type { Step } from './scripted-transport.ts';
import { ScriptedTransport } from './scripted-transport.ts';

const facts: ChallengeFacts = {
  provider: 'paytest',
  operation: 'charge',
  providerReference: 'cpi_1',
  reference: 'attempt-1',
  amount,
  testMode: true,
  relayTo: 'https://paytest.example/back',
};
const record: TransactionRecord = { operation: 'charge', outcome: approved, amount, testMode: true };
const answer = { method: 'POST', body: 'PaRes=a' } as const;

interface Run {
  readonly outcome: Promise<Outcome>;
  readonly transport: ScriptedTransport;
  readonly found: ChallengeFacts[];
}

function goOn(request: ChallengeRequest, find: () => Promise<TransactionRecord>, ...script: readonly Step[]): Run {
  const transport = new ScriptedTransport(...script);
  const found: ChallengeFacts[] = [];
  const port = challengePort(settings, {
    transport,
    relayHosts: ['paytest.example'],
    find: async (given) => {
      found.push(given);
      return find();
    },
  });
  return { outcome: port(request), transport, found };
}

describe('the facts of a challenge', () => {
  test('come back from a continuation as they were written', () => {
    expect(readChallenge(writeChallenge(facts), 'paytest')).toEqual(facts);
    const few: ChallengeFacts = { provider: 'paytest', operation: 'tokenize', providerReference: 'cpi_1' };
    expect(readChallenge(writeChallenge(few), 'paytest')).toEqual(few);
  });

  test('are refused by another provider', () => {
    expect(refusalOf(() => readChallenge(writeChallenge(facts), 'other'))).toMatchObject({
      code: 'invalid_request',
      effect: 'none',
    });
  });

  test.each([
    { providerReference: '../refunds' },
    { operation: 'lookup' as 'charge' },
    { termUrl: 'a'.repeat(2049) },
    { amount: { minorUnits: -1n, currency: 'USD' } as Money },
    { amount: { minorUnits: 1n, currency: 'XXX' } as unknown as Money },
  ])('are refused when they were changed: %o', (change) => {
    expect(refusalOf(() => readChallenge(writeChallenge({ ...facts, ...change }), 'paytest')).code).toBe(
      'invalid_request',
    );
  });

  test('carry nothing along that does not belong to them', () => {
    expect(
      Buffer.from(writeChallenge({ ...facts, secret: 'canary' } as ChallengeFacts), 'base64url').toString(),
    ).not.toContain('canary');
  });
});

describe('going on after a challenge', () => {
  test('is a lookup when the shopper came back by the return URL', async () => {
    const { outcome, transport, found } = goOn({ continuation: writeChallenge(facts) }, async () => record);
    expect(await outcome).toBe(approved);
    expect(found).toEqual([facts]);
    expect(transport.requests).toEqual([]);
  });

  test('relays the answer first, and lets it decide nothing', async () => {
    const { outcome, transport } = goOn({ continuation: writeChallenge(facts), answer }, async () => record, {
      status: 500,
      body: 'declined',
    });
    expect(await outcome).toBe(approved);
    expect(transport.requests.map(({ method, origin, path, body }) => [method, origin + path, body])).toEqual([
      ['POST', 'https://paytest.example/back', 'PaRes=a'],
    ]);
  });

  test.each([
    ['has no address for it', { ...facts, relayTo: undefined }],
    ['names another host for it', { ...facts, relayTo: 'https://evil.example/back' }],
    ['names an insecure address for it', { ...facts, relayTo: 'http://paytest.example/back' }],
  ])('relays nothing when the continuation %s', async (_name, changed) => {
    const { outcome, transport, found } = goOn({ continuation: writeChallenge(changed), answer }, async () => record, {
      status: 200,
      body: '',
    });
    expect(await failureOf(outcome)).toMatchObject({ code: 'invalid_request', effect: 'none' });
    expect([transport.requests, found]).toEqual([[], []]);
  });

  test.each([
    ['amount', { ...record, amount: Money.of(1n, 'USD') }],
    ['operation', { ...record, operation: 'refund' as const }],
    ['mode', { ...record, testMode: false }],
    ['reference', { ...record, outcome: { ...approved, reference: 'attempt-2' } }],
  ])('is unknown when the transaction is one of another %s', async (_name, other) => {
    const { outcome } = goOn({ continuation: writeChallenge(facts) }, async () => other);
    expect(await outcome).toMatchObject({
      status: 'unknown',
      error: { code: 'contradicting_response', effect: 'possible' },
    });
  });

  test.each([
    'connection_failed',
    'connection_lost',
    'deadline_exceeded',
    'unexpected_response',
    'not_found',
    'rate_limited',
    'internal',
  ] as const)('is unknown after %s, whatever its effect was', async (code) => {
    for (const effect of ['none', 'possible'] as const) {
      const { outcome } = goOn({ continuation: writeChallenge(facts) }, async () =>
        Promise.reject(failure(code, effect)),
      );
      expect(await outcome).toMatchObject({
        status: 'unknown',
        provider: 'paytest',
        providerReference: 'cpi_1',
        reference: 'attempt-1',
        error: { code, effect: 'possible', retry: 'after_lookup' },
      });
    }
  });

  test('is unknown when the relay may not have arrived', async () => {
    const { outcome, found } = goOn(
      { continuation: writeChallenge(facts), answer },
      async () => record,
      failure('connection_lost', 'possible'),
    );
    expect(await outcome).toMatchObject({ status: 'unknown', error: { code: 'connection_lost' } });
    expect(found).toEqual([]);
  });

  test.each(['authentication_failed', 'refused', 'unsupported'] as const)('throws %s', async (code) => {
    const { outcome } = goOn({ continuation: writeChallenge(facts) }, async () =>
      Promise.reject(failure(code, 'none')),
    );
    expect(await failureOf(outcome)).toMatchObject({ code, effect: 'none' });
  });

  test('is refused with a continuation that is none, before anything is asked', async () => {
    const { outcome, found } = goOn({ continuation: 'x' }, async () => record);
    expect(await failureOf(outcome)).toMatchObject({ code: 'invalid_request', effect: 'none' });
    expect(found).toEqual([]);
  });
});
