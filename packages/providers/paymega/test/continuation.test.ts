import { describe, expect, test } from 'vitest';
import { cards } from '../simulator/index.ts';
import { challenged, termUrl } from './challenged.ts';
import { visit } from './shop.ts';

describe('a continuation', () => {
  test('is a string that another process can go on with', async () => {
    const { shop, outcome } = await challenged();
    await visit(shop, outcome.action);
    const stored = JSON.parse(JSON.stringify({ continuation: outcome.continuation })) as { continuation: string };
    expect((await shop.another().challenge(stored)).status).toBe('approved');
  });

  test('holds neither card data nor keys', async () => {
    const { outcome } = await challenged({}, { threeDSecure: { termUrl } });
    const readable = Buffer.from(outcome.continuation.split('.').at(-1) ?? '', 'base64url').toString('utf8');
    expect(readable).toContain('attempt-1');
    for (const secret of [cards.approvedAfterChallenge, 'api-key-1', 'Jane Roe', 'eyJ'])
      expect(readable).not.toContain(secret);
  });

  test('of another provider is refused before anything is sent', async () => {
    const { shop, outcome } = await challenged();
    const before = shop.transport.requests.length;
    const foreign = shop.another({ id: 'payelata' }).challenge({ continuation: outcome.continuation });
    await expect(foreign).rejects.toMatchObject({ code: 'invalid_request', issues: [{ path: 'continuation' }] });
    expect(shop.transport.requests).toHaveLength(before);
  });

  test('with any single character changed never says approved about anything else', async () => {
    const { shop, outcome } = await challenged({}, { threeDSecure: { termUrl } });
    await visit(shop, outcome.action);
    const { continuation } = outcome;
    for (let position = 0; position < continuation.length; position += 7) {
      const other = continuation[position] === 'A' ? 'B' : 'A';
      const changed = continuation.slice(0, position) + other + continuation.slice(position + 1);
      const finished = await shop.provider.challenge({ continuation: changed }).catch((thrown: unknown) => thrown);
      expect(finished, changed).not.toMatchObject({ status: 'approved' });
    }
  });

  const lies: Readonly<Record<string, Record<string, unknown>>> = {
    'another amount': { minorUnits: '1' },
    'another currency': { currency: 'EUR' },
    'another reference': { reference: 'attempt-2' },
    'another operation': { operation: 'authorize' },
    'the other mode': { testMode: false },
  };
  for (const [what, lie] of Object.entries(lies)) {
    test(`that was rewritten to say ${what} is answered with unknown`, async () => {
      const { shop, outcome } = await challenged();
      await visit(shop, outcome.action);
      const finished = await shop.provider.challenge({ continuation: rewritten(outcome.continuation, lie) });
      expect(finished).toMatchObject({ status: 'unknown', error: { code: 'contradicting_response' } });
    });
  }

  for (const relayTo of [
    'https://evil.test/steal',
    'https://api.paymega.test.evil.test/x',
    'http://api.paymega.test/3ds-return',
    'https://api.paymega.test@evil.test/',
    'javascript:alert(1)',
  ]) {
    test(`that was rewritten to relay to ${relayTo} is refused before anything is sent`, async () => {
      const { shop, outcome } = await challenged({}, { threeDSecure: { termUrl } });
      const before = shop.transport.requests.length;
      const continuation = rewritten(outcome.continuation, { relayTo });
      const answer = { method: 'POST', body: 'PaRes=a&MD=b' } as const;
      await expect(shop.provider.challenge({ continuation, answer })).rejects.toMatchObject({
        code: 'invalid_request',
        effect: 'none',
      });
      expect(shop.transport.requests).toHaveLength(before);
    });
  }

  test('of a shopper who returns by the return URL takes no answer: nothing that the browser brings there is used', async () => {
    const { shop, outcome } = await challenged();
    const before = shop.transport.requests.length;
    const answer = { method: 'POST', body: 'PaRes=a&MD=b' } as const;
    const relayed = shop.provider.challenge({ continuation: outcome.continuation, answer });
    await expect(relayed).rejects.toMatchObject({ code: 'invalid_request', issues: [{ path: 'answer' }] });
    expect(shop.transport.requests).toHaveLength(before);
  });
});

function rewritten(continuation: string, changes: Record<string, unknown>): string {
  const [prefix, version, data = ''] = continuation.split('.');
  const facts = JSON.parse(Buffer.from(data, 'base64url').toString('utf8')) as Record<string, unknown>;
  return [prefix, version, Buffer.from(JSON.stringify({ ...facts, ...changes })).toString('base64url')].join('.');
}
