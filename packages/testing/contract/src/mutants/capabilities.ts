import type { Port } from '@ducat/core';
import { ports } from '@ducat/core';
import { connect } from 'node:net';
import { altered, around, claiming, saying } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';
import { asPending } from './outcomes.ts';
import { withOwnToken } from './tokens.ts';

const callingPorts: readonly Port[] = ports.filter((port) => port !== 'webhook');

export const capabilityMutants: readonly Mutant[] = [
  mutant(
    'has a port that is nothing',
    'a port that the provider lacks is not on the object, and finding out sends nothing',
    (good) => altered(good, () => ({ payout: undefined })),
  ),
  mutant(
    'has a port that is no function',
    'supports tells ports that are there from those that are not, one by one and together',
    (good) => altered(good, () => ({ payout: 'soon' })),
  ),
  ...callingPorts.map((port) =>
    mutant(
      `answers a ${port} by itself`,
      `${port} reaches the provider: a port is no promise without a request`,
      (good) => around(good, port, () => async () => ({ status: 'not_found' })),
    ),
  ),
  mutant(
    'asks the provider about every webhook',
    'webhook decides by itself: reading a message makes no request',
    (good) =>
      around(good, 'webhook', (call, provider) => async (request, context) => {
        await provider.lookup?.({ operation: 'charge', reference: 'attempt-1' });
        return call(request, context);
      }),
  ),
  mutant(
    'does not say how repeats of a charge are safe',
    'limits say of every operation there is how a repeat is kept from acting twice, and of no other',
    (good) => claiming(good, ({ repeat: { charge: _charge, ...repeat } }) => ({ repeat })),
  ),
  mutant('has a horizon that is no time', 'limits name currencies, times and lookups that can be', (good) =>
    claiming(good, () => ({ lookupHorizonMilliseconds: -1 })),
  ),
  mutant(
    'has a horizon that cannot be written down',
    'limits are data: they can be written down, and two providers of one configuration have the same',
    (good) => claiming(good, () => ({ lookupHorizonMilliseconds: Number.POSITIVE_INFINITY })),
  ),
  mutant('connects when it is created', 'creating a provider and closing it connects to nobody', (good) => ({
    ...good,
    create(origins, setup) {
      const { hostname, port } = new URL(Object.values(origins)[0] ?? '');
      connect({ host: hostname, port: Number(port) })
        .on('error', () => undefined)
        .unref();
      return good.create(origins, setup);
    },
  })),
  mutant(
    'has an id of its own',
    'a provider bears the id that the merchant gave it, and outcomes name it by that',
    (good) => altered(good, () => ({ id: 'reference' })),
  ),
  mutant(
    'goes on when it is closed',
    'closing waits for the calls that are on their way, and what comes later is not sent',
    (good) => altered(good, () => ({ close: async () => undefined })),
  ),
  ...(['charge', 'authorize', 'payout'] as const).map((port) =>
    mutant(
      `takes every token of a ${port} for its own`,
      `${port} refuses a token of another provider before anything is sent`,
      (good) =>
        around(
          good,
          port,
          (call, { id }) =>
            (request, context) =>
              call(withOwnToken(request, id), context),
        ),
    ),
  ),
  mutant(
    'stores cards by payments that nobody allowed',
    'tokenize charges only with permission where a token is the by-product of a payment',
    (good) => claiming(good, () => ({ tokenize: 'on_payment' })),
  ),
  mutant(
    'keeps its own page to itself',
    "the provider's own page is offered with an action, or refused as unsupported before anything is sent",
    (good) => saying(good, 'charge', 'action_required', asPending),
  ),
  mutant(
    'asks by references that it claims not to keep',
    'a lookup by a reference that the provider does not keep is refused as unsupported before anything is sent',
    (good) => claiming(good, () => ({ lookupByReference: [] })),
  ),
  mutant(
    'takes currencies that are not in its limits',
    'a currency outside the limits is refused before anything is sent',
    (good) => claiming(good, () => ({ currencies: ['USD'] })),
  ),
];
