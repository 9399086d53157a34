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

/** Where circumstances stand. */
const holders: ReadonlySet<string> = new Set(['customer', 'recipient', 'source', 'destination']);

/** What of a request tells it from another under the same key. */
export function intentOf(request: object): object {
  const fields = request as Readonly<Record<string, unknown>>;
  const intent: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    if (circumstances.has(name)) continue;
    const value = fields[name];
    intent[name] = holders.has(name) && typeof value === 'object' && value !== null ? intentOf(value) : value;
  }
  return intent;
}
