import type { Transport } from '@ducat/adapter-kit';
import { createUndiciTransport, readOptions } from '@ducat/adapter-kit';
import type { Supporting } from '@ducat/core';
import { authorize } from './authorize.ts';
import { capture } from './capture.ts';
import { challenge } from './challenge.ts';
import { charge } from './charge.ts';
import { createClient } from './client.ts';
import { lookup } from './lookup.ts';
import type { PaymegaOptions, PaymegaSettings } from './options.ts';
import { paymegaSettings } from './options.ts';
import { payout } from './payout.ts';
import { refund } from './refund.ts';
import { tokenize } from './tokenize.ts';
import { limits } from './translate/limits.ts';
import { voidAuthorization } from './void.ts';
import { webhook } from './webhook.ts';

/** A Paymega account. Its ports are named one by one: a port that core adds is not one that it has. */
export type Paymega = Supporting<
  'tokenize' | 'charge' | 'authorize' | 'capture' | 'void' | 'challenge' | 'refund' | 'payout' | 'lookup' | 'webhook'
>;

/**
 * A provider that speaks with one Paymega account.
 *
 * @param transport what carries the requests instead of HTTP, for tests.
 * @throws DucatError `invalid_options` that lists every wrong option.
 */
export function createPaymega(options: PaymegaOptions, transport?: Transport): Paymega {
  const settings = readOptions(paymegaSettings, options);
  const way = transport ?? createUndiciTransport(originsOf(settings), { connections: settings.connections });
  const client = createClient(settings, way);
  return {
    id: settings.id,
    limits,
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

function originsOf({ baseUrl, cardgateUrl, relayHosts }: PaymegaSettings): string[] {
  const urls = [baseUrl, cardgateUrl ?? baseUrl, ...relayHosts.map((host) => `https://${host}`)];
  return [...new Set(urls.map((url) => new URL(url).origin))];
}
