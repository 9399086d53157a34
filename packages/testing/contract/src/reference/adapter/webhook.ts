import type { Webhook, WebhookRequest } from '@ducat/core';
import { DucatError, invalidRequest } from '@ducat/core';
import { beforeSending } from './check.ts';
import type { Client } from './client.ts';
import { asDucatError, withoutEffect } from './failure.ts';
import { toRecord } from './outcome.ts';

/** `x-signature` is the HMAC-SHA256 of the raw body, in hexadecimal, with the webhook key of the transaction's mode. */
export function webhook({ settings, parts }: Client): Webhook['webhook'] {
  return async (request) => {
    const provider = settings.id;
    if (!beforeSending(() => isObject(request.headers) && request.body instanceof Uint8Array)) {
      throw invalidRequest('request', 'must have the headers and the raw body');
    }
    const signature = onlyHeader(request, 'x-signature');
    const { live, test } = settings.webhookKeys;
    const isTest = parts.isAuthentic(test, request.body, signature);
    if (!isTest && !parts.isAuthentic(live, request.body, signature)) throw invalidSignature(provider);
    try {
      const transaction = parts.readTransaction(parts.readJson(request.body));
      if (transaction.test !== isTest) throw invalidSignature(provider);
      const { id, status, changed_at: changedAt } = transaction;
      return { provider, fingerprint: `${id}:${status}:${changedAt}`, transaction: toRecord(transaction, settings) };
    } catch (thrown) {
      throw withoutEffect(asDucatError(thrown, provider));
    }
  };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** The one value of the header, whatever the case of its name; empty when it is missing or there are several. */
function onlyHeader({ headers }: WebhookRequest, name: string): string {
  const own = Object.entries(headers).filter(([key]) => key.toLowerCase() === name);
  const values = own.flatMap(([, value]) => value ?? []);
  return values.length === 1 ? (values[0] ?? '') : '';
}

function invalidSignature(provider: string): DucatError {
  const message = 'the signature does not fit the raw body: was the body parsed or re-encoded before?';
  return new DucatError({ code: 'invalid_signature', message, effect: 'none', provider });
}
