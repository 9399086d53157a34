import type { Transport } from '@ducat/adapter-kit';
import { createUndiciTransport, readOptions } from '@ducat/adapter-kit';
import type { Supporting } from '@ducat/core';
import { challenge } from './challenge.ts';
import { charge } from './charge.ts';
import { createClient } from './client.ts';
import { lookup } from './lookup.ts';
import type { TidepayOptions } from './options.ts';
import { tidepaySettings } from './options.ts';
import { refund } from './refund.ts';
import { limits } from './translate/limits.ts';
import { webhook } from './webhook.ts';

/** A Tidepay account. */
export type Tidepay = Supporting<'charge' | 'challenge' | 'refund' | 'lookup' | 'webhook'>;

/**
 * A provider that speaks with one Tidepay account.
 *
 * @param transport what carries the requests instead of HTTP, for tests.
 * @throws DucatError `invalid_options` that lists every wrong option.
 */
export function createTidepay(options: TidepayOptions, transport?: Transport): Tidepay {
  const settings = readOptions(tidepaySettings, options);
  const { baseUrl, connections } = settings;
  const way = transport ?? createUndiciTransport([new URL(baseUrl).origin], { connections });
  const client = createClient(settings, way);
  return {
    id: settings.id,
    limits,
    charge: charge(client),
    challenge: challenge(client),
    refund: refund(client),
    lookup: lookup(client),
    webhook: webhook(client),
    close: () => way.close(),
  };
}
