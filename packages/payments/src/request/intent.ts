import { CardToken } from '@ducat/core';
import { arranged } from './canonical.ts';

/*
 * How the shopper happened to come, as against what was asked for. A second click comes from another address, tab or
 * session; taken for another request it would be refused, and answered by the shop with a new key: a second charge.
 */
const circumstances: ReadonlySet<string> = new Set([
  'browser',
  'language',
  'returnUrl',
  'webhookUrl',
  'threeDSecure',
  'ipAddress',
  'deviceId',
  'securityCode',
]);

/** Where circumstances stand, and tokens. */
const holders: ReadonlySet<string> = new Set(['customer', 'recipient', 'source', 'destination']);

/** What holds names of the merchant's own, in whatever order. All else comes from its schema in one order. */
const ownNames: ReadonlySet<string> = new Set(['metadata', 'providerOptions']);

/** What of a checked request tells it from another under the same key, as data for JSON. */
export function intentOf(request: object): object {
  const fields = request as Readonly<Record<string, unknown>>;
  const intent: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    if (!circumstances.has(name)) intent[name] = intended(name, fields[name]);
  }
  return intent;
}

function intended(name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (holders.has(name)) return intentOf(value);
  return ownNames.has(name) || value instanceof CardToken ? arranged(value) : value;
}
