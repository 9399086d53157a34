import type { CardSource, TokenSource } from '@ducat/core';
import { CardToken } from '@ducat/core';
import { randomUUID } from 'node:crypto';
import { altered, around, asking, errorOf, finding, reordered, saying, traveling } from './breaking.ts';
import type { AnyRequest } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';
import { asUnknown } from './outcomes.ts';
import { deaf, swallow } from './two-steps.ts';

type Source = CardSource | TokenSource;

/** Where the request has its source, whatever the port calls it. */
function sourceOf(request: AnyRequest): readonly ['source' | 'destination', Source] {
  const key = 'destination' in request ? 'destination' : 'source';
  return [key, request[key] as Source];
}

/** The same token as if that provider had issued it. */
export function withOwnToken(request: AnyRequest, provider: string): AnyRequest {
  const [key, source] = sourceOf(request);
  if (source.kind !== 'token') return request;
  return { ...request, [key]: { ...source, token: rewritten(source.token, { provider }) } };
}

function rewritten(token: CardToken, changes: object): CardToken {
  const prefix = 'ducat-token.1.';
  const data: unknown = JSON.parse(Buffer.from(token.toStorage().slice(prefix.length), 'base64url').toString('utf8'));
  return new CardToken({ ...(data as { provider: string; value: string }), ...changes });
}

const isByToken = (request: AnyRequest): boolean => sourceOf(request)[1].kind === 'token';

const chargingWhereItStores: Mutant['break'] = (good) =>
  traveling(deaf(good), 'tokenize', (send) => reordered(send, (order) => ({ ...order, kind: 'charge' })));

export const tokenMutants: readonly Mutant[] = [
  mutant(
    'charges the card that it should only store',
    'a card is stored without a payment, or not before the request allows one, as limits.tokenize says',
    chargingWhereItStores,
  ),
  mutant(
    'takes money for storing a card, and claims not to',
    'storing a card takes the amount where it needs a payment, and nothing where not',
    chargingWhereItStores,
  ),
  mutant(
    'stores cards for no usage at all',
    'a card can be stored for every usage there is, for several at once, and not for none',
    (good) => good.with({ checkRequest: () => undefined }),
  ),
  mutant(
    'is in doubt about a card that was declined',
    'a card that is declined is not stored, and nothing is taken',
    (good) => saying(good, 'tokenize', 'declined', asUnknown),
  ),
  mutant('does not know a card again', 'storing a card again with the same reference takes nothing more', (good) => {
    const stored = new Set<string>();
    return around(good, 'tokenize', (call) => async (request, context) => {
      if (stored.has(context.reference)) throw errorOf('refused');
      stored.add(context.reference);
      return call(request, context);
    });
  }),
  mutant(
    'loses the token of a payment',
    'a payment that stores its card brings a token, at once or by a lookup, and one that does not brings none',
    (good) =>
      finding(
        saying(good, 'charge', 'approved', ({ token: _token, ...outcome }) => outcome),
        (record) => ({ ...record, outcome: { ...record.outcome, token: undefined } }),
      ),
  ),
  mutant(
    'forgets whose token it is',
    'a token names the provider that issued it and the customer it belongs to',
    (good) =>
      saying(good, 'tokenize', 'approved', ({ token, ...outcome }) => ({
        ...outcome,
        token: token && rewritten(token, { customerReference: undefined }),
      })),
  ),
  mutant(
    'sends tokens of others as its own',
    'a token of another provider is refused before anything is sent',
    (good) =>
      around(
        good,
        'charge',
        (call, { id }) =>
          (request, context) =>
            call(withOwnToken(request, id), context),
      ),
  ),
  mutant('does not ask whose token it is', 'a token of one customer is not charged for another', (good) =>
    asking(good, 'charge', ({ customer: _customer, ...request }, context) => [request, context]),
  ),
  mutant(
    'says that it charged a token that nobody issued',
    'a token that the provider did not issue takes nothing',
    swallow('charge'),
  ),
  mutant(
    'knows only the tokens that it issued itself',
    'a token is kept as a string and used by another process',
    (good) =>
      altered(good, (provider) => {
        const issued = new Set<string>();
        return {
          tokenize: async (...parameters: Parameters<NonNullable<typeof provider.tokenize>>) => {
            const outcome = await provider.tokenize?.(...parameters);
            if (outcome?.status === 'approved') issued.add(outcome.token?.toStorage() ?? '');
            return outcome;
          },
          charge: async (...parameters: Parameters<NonNullable<typeof provider.charge>>) => {
            const [{ source }] = parameters;
            if (source.kind === 'token' && !issued.has(source.token.toStorage())) throw errorOf('invalid_request');
            return provider.charge?.(...parameters);
          },
        };
      }),
  ),
  mutant(
    'charges a stored card once and never again',
    'a stored card is charged by the merchant alone, without a shopper, as often as the merchant says',
    (good) => {
      const used = new Set<string>();
      return around(good, 'charge', (call) => async (request, context) => {
        const [, source] = sourceOf(request);
        if (source.kind === 'token' && used.has(source.token.toStorage())) throw errorOf('refused');
        if (source.kind === 'token') used.add(source.token.toStorage());
        return call(request, context);
      });
    },
  ),
  mutant(
    'charges a stored card again for a repeat',
    'a payment with a stored card that is repeated with the same reference is made once',
    (good) =>
      asking(good, 'charge', (request, context) => [
        request,
        isByToken(request) ? { ...context, reference: randomUUID() } : context,
      ]),
  ),
  mutant(
    'charges a stored card where it should hold',
    'an amount is held on a stored card and nothing is taken',
    (good) => traveling(deaf(good), 'authorize', (send) => reordered(send, (order) => ({ ...order, kind: 'charge' }))),
  ),
  mutant('makes up another token', 'a payment with a stored card issues no other token than its own', (good) =>
    saying(good, 'charge', 'approved', (outcome) => ({
      ...outcome,
      token: new CardToken({ provider: outcome.provider, value: 'token-of-another-card' }),
    })),
  ),
];
