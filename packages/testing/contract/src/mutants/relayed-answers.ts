import type { SurfaceRequest } from '../harness/http.ts';
import { send } from '../reference/adapter/send.ts';
import type { ReferenceHarness } from '../reference/harness.ts';
import { around, asking, saying } from './breaking.ts';
import { answerOf, onlyOnce } from './challenge.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';
import { asPending } from './outcomes.ts';

/** The bank itself takes every answer for a right one. */
function believing(good: ReferenceHarness): ReturnType<Mutant['break']> {
  const believed = (request: SurfaceRequest): SurfaceRequest => {
    const [, id] = /^\/returns\/([^/?]+)/.exec(request.path) ?? [];
    return id === undefined ? request : { ...request, method: 'GET', path: `/pages/${id}?decision=approve` };
  };
  return {
    ...good,
    world: {
      ...good.world,
      async open(origins) {
        const world = await good.world.open(origins);
        return { ...world, handle: (surface, request) => world.handle(surface, believed(request)) };
      },
    },
  };
}

/** What goes wrong with the answers of 3-D Secure 1. */
export const relayMutants: readonly Mutant[] = [
  mutant(
    'writes the request of 3-D Secure 1 in its own base64',
    'a 3-D Secure 1 form is shown as the provider gave it, with the merchant’s TermUrl where they asked for it',
    (good) =>
      saying(good, 'charge', 'action_required', ({ action, ...outcome }) => {
        if (action.kind !== 'form_post') return { ...outcome, action };
        const message = Buffer.from(action.fields['PaReq'] ?? '', 'base64').toString('base64url');
        return { ...outcome, action: { ...action, fields: { ...action.fields, PaReq: `${message}.` } } };
      }),
  ),
  mutant(
    'sends every shopper to the merchant by the form',
    'without a TermUrl of the merchant the shopper is never sent to the merchant by the form',
    (good) =>
      asking(good, 'charge', (request, context) => [
        { ...request, threeDSecure: { termUrl: 'https://shop.example/3ds' } },
        context,
      ]),
  ),
  mutant(
    'relays an answer twice',
    'an answer that came to the merchant is relayed byte for byte and once, and approves the payment',
    (good) =>
      around(good, 'challenge', (call) => async (request, context) => {
        if (answerOf(request) !== undefined) await call(request, context);
        return call(request, context);
      }),
  ),
  mutant(
    'relays every answer by POST',
    'an answer is relayed by the method it came by, whatever it says, and approves nothing by itself',
    (good) =>
      asking(good, 'challenge', (request, context) => {
        const answer = answerOf(request);
        return answer?.method === 'GET'
          ? [{ ...request, answer: { method: 'POST', body: answer.query } }, context]
          : [request, context];
      }),
  ),
  mutant('uses an answer up', 'an answer that is given again takes the money once', (good) =>
    onlyOnce(good, (request) => answerOf(request)?.body),
  ),
  mutant('takes an answer for every payment', 'an answer to one payment does not approve another', believing),
  mutant('takes an answer that was changed', 'an answer with a character changed takes nothing', believing),
  mutant(
    'does not relay an answer again that was lost',
    'an answer that was lost on its way is relayed again and takes the money once',
    (good) => good.with({ send: relayingOnce() }),
  ),
  mutant(
    'calls a relayed refusal pending',
    'a relayed answer that is a refusal is declined and takes nothing',
    (good) => saying(good, 'challenge', 'declined', asPending),
  ),
  mutant(
    'relays the answer to wherever the continuation says',
    'nothing in a continuation leads the answer of a challenge to another host',
    (good) =>
      around(good, 'challenge', (call) => async (request, context) => {
        for (const part of String(request['continuation']).split('.')) {
          const text = Buffer.from(part, 'base64url').toString('utf8');
          for (const url of text.match(/https?:\/\/[^"\s\\]+/g) ?? []) await post(url, answerOf(request)?.body ?? '');
        }
        return call(request, context);
      }),
  ),
];

function relayingOnce(): typeof send {
  const relayed = new Set<string>();
  return async (request, budget) => {
    if (!request.url.includes('/returns/')) return send(request, budget);
    if (relayed.has(request.url)) return { status: 200, headers: {}, body: new Uint8Array() };
    relayed.add(request.url);
    return send(request, budget);
  };
}

async function post(url: string, body: string): Promise<void> {
  const clock = { now: () => 0, schedule: () => ({ cancel: () => undefined }) };
  await send(
    { method: 'POST', url, headers: {}, body },
    { clock, deadline: 1, signal: AbortSignal.timeout(500) },
  ).catch(() => undefined);
}
