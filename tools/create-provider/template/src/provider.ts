import type { Transport } from '@ducat/adapter-kit';
import { createUndiciTransport, readOptions } from '@ducat/adapter-kit';
import type { Supporting } from '@ducat/core';
import { authorize } from './authorize.ts';
import { capture } from './capture.ts';
import { charge } from './charge.ts';
import { createClient } from './client.ts';
import { lookup } from './lookup.ts';
import type { TemplateOptions } from './options.ts';
import { templateSettings } from './options.ts';
import { refund } from './refund.ts';
import { limits } from './translate/limits.ts';
import { voidAuthorization } from './void.ts';
import { webhook } from './webhook.ts';

/** A Template account. */
export type Template = Supporting<'charge' | 'authorize' | 'capture' | 'void' | 'refund' | 'lookup' | 'webhook'>;

/**
 * A provider that speaks with one Template account.
 *
 * @param transport what carries the requests instead of HTTP, for tests.
 * @throws DucatError `invalid_options` that lists every wrong option.
 */
export function createTemplate(options: TemplateOptions, transport?: Transport): Template {
  const settings = readOptions(templateSettings, options);
  const { baseUrl, connections } = settings;
  const way = transport ?? createUndiciTransport([new URL(baseUrl).origin], { connections });
  const client = createClient(settings, way);
  return {
    id: settings.id,
    limits,
    charge: charge(client),
    authorize: authorize(client),
    capture: capture(client),
    void: voidAuthorization(client),
    refund: refund(client),
    lookup: lookup(client),
    webhook: webhook(client),
    close: () => way.close(),
  };
}
