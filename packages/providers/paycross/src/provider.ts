import type { Transport } from '@ducat/adapter-kit';
import { createUndiciTransport, readOptions } from '@ducat/adapter-kit';
import type { Supporting } from '@ducat/core';
import { authorize } from './authorize.ts';
import { capture } from './capture.ts';
import { challenge } from './challenge.ts';
import { charge } from './charge.ts';
import { createClient } from './client.ts';
import { lookup } from './lookup.ts';
import type { PayCrossOptions } from './options.ts';
import { payCrossSettings } from './options.ts';
import { payout } from './payout.ts';
import { refund } from './refund.ts';
import { tokenize } from './tokenize.ts';
import { limitsOf } from './translate/limits.ts';
import { voidAuthorization } from './void.ts';
import { webhook } from './webhook.ts';

/** A PayCross shop. Its ports are named one by one: a port that core adds is not one that it has. */
export type PayCross = Supporting<
  'tokenize' | 'charge' | 'authorize' | 'capture' | 'void' | 'challenge' | 'refund' | 'payout' | 'lookup' | 'webhook'
>;

/**
 * A provider that speaks with one PayCross shop.
 *
 * @param transport what carries the requests instead of HTTP, for tests.
 * @throws DucatError `invalid_options` that lists every wrong option.
 */
export function createPayCross(options: PayCrossOptions, transport?: Transport): PayCross {
  const settings = readOptions(payCrossSettings, options);
  const way =
    transport ?? createUndiciTransport([new URL(settings.baseUrl).origin], { connections: settings.connections });
  const client = createClient(settings, way);
  return {
    id: settings.id,
    limits: limitsOf(settings.currencyExponents),
    tokenize: tokenize(client),
    charge: charge(client),
    authorize: authorize(client),
    capture: capture(client),
    void: voidAuthorization(client),
    challenge: challenge(client),
    refund: refund(client),
    payout: payout(client),
    lookup: lookup(client),
    webhook: webhook(client),
    close: () => way.close(),
  };
}
