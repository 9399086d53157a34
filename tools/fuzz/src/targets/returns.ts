import type { Outcome } from '@ducat/core';
import { Money, isCurrencyCode } from '@ducat/core';
import type { Json, JsonObject } from '../input/json.ts';
import { marked, objectIn, textIn } from '../input/json.ts';
import { createMutator } from '../input/mutate.ts';
import { revive } from '../input/revive.ts';
import { faultOfOutcome } from '../judge/outcome.ts';
import type { Target } from '../target.ts';
import { jsonResponse } from '../worlds/scenario.ts';
import type { FuzzWorld } from '../worlds/scenario.ts';

/** What the shopper's browser brings back: the continuation, as text and field by field, and the ACS's answer. */
export function returnTarget(world: FuzzWorld): Target {
  const approved = world.scenarios.find(({ port, name }) => port === 'charge' && name === 'approved');
  const lookups = world.scenarios.filter(({ port, name }) => port === 'lookup' && name === 'charge by id');
  const answers = [...(approved?.answers.slice(0, 0) ?? []), ...lookups.flatMap((lookup) => lookup.answers)];
  const found = answers.map(({ status, body }) => jsonResponse(status, body));
  const [body] = answers.map((answer) => objectIn(answer.body));
  const about = objectIn(body?.['transaction'] ?? body?.['data']);
  const relayTo = textIn(objectIn(objectIn(about)['links'])['self']);
  const data: JsonObject = {
    provider: world.name,
    operation: 'charge',
    providerReference: textIn(about['uid'] ?? about['id']),
    reference: 'charge-1',
    minorUnits: '1001',
    currency: 'USD',
    testMode: true,
    customerReference: 'customer-1',
    termUrl: 'https://shop.test/acs',
  };
  const base = textIn(objectIn(world.options)['baseUrl']);
  const relayed = { ...data, relayTo: `${base}/process${relayTo}?md=1` };
  const continuation = marked('continuation', { data });
  return {
    name: `${world.name}.returns`,
    seeds: [
      { continuation },
      { continuation: revive(continuation) as string },
      { continuation: marked('continuation', { data: relayed }), answer: { method: 'POST', body: 'PaRes=x&MD=y' } },
      { continuation: marked('continuation', { data: relayed }), answer: { method: 'GET', query: 'cres=abc' } },
    ],
    vary: (input, random) => createMutator(random, tricks).change(input),
    prepare(input) {
      const request = revive(input);
      const { challenge } = world.provider;
      const isRelayed = typeof input === 'object' && input !== null && 'answer' in input;
      return () => {
        // The answer to the relay is a page; the one to the question after it decides.
        world.player.respond((_request, index) => found[isRelayed ? index - 1 : index] ?? found[0]);
        return challenge(request as Parameters<typeof challenge>[0]);
      };
    },
    judge(result, input) {
      if (world.player.trouble !== undefined) return world.player.trouble;
      if ('threw' in result) return undefined;
      return faultOfOutcome(result.returned as Outcome, world.name, askedBy(input));
    },
  };
}

/** The amount that the continuation names; it is read here without the code that is tested. */
function askedBy(input: Json): Money | undefined {
  const { continuation } = revive(input) as { readonly continuation: string };
  const encoded = continuation.split('.')[2] ?? '';
  const { minorUnits, currency } = JSON.parse(Buffer.from(encoded, 'base64url').toString()) as Record<string, unknown>;
  const isNamed = typeof minorUnits === 'string' && isCurrencyCode(currency);
  return isNamed ? Money.of(BigInt(minorUnits), currency) : undefined;
}

const tricks: readonly Json[] = [
  'ducat-continuation.1.',
  'ducat-continuation.2.e30',
  'ducat-continuation.1.e30',
  'ducat-continuation.1.bnVsbA',
  'charge',
  'authorize',
  'https://gateway.paycross.test/process',
  'https://api.paymega.test/x?y#z',
  'https://api.paymega.test@evil.example/',
  '/relative',
  'http://127.0.0.1/',
  'a b',
  'PaRes=%00',
  'x\r\ny',
  '\u0000',
];
