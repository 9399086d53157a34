import { decodeJson, invalidSignature, isDigestAround, onlyHeader } from '@ducat/adapter-kit';
import type { Webhook, WebhookEvent, WebhookRequest } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { PaymegaClient } from './client.ts';
import { newsOf, toRecord } from './translate/outcome.ts';
import { readCallback } from './wire/invoice.ts';

/** The platform's page "Callbacks": a digest over the raw body with the private key of the operation's mode. */
export function webhook(client: PaymegaClient): Webhook['webhook'] {
  const { id: provider, privateKeys } = client.settings;
  return async ({ headers, body }: WebhookRequest): Promise<WebhookEvent> => {
    const signature = onlyHeader(headers, 'x-signature');
    if (signature === undefined) throw invalidSignature(provider, 'the header X-Signature is missing or repeated');
    const isLive = privateKeys.live !== undefined && isDigestAround('sha1', privateKeys.live, body, signature);
    const isTest = privateKeys.test !== undefined && isDigestAround('sha1', privateKeys.test, body, signature);
    if (!isLive && !isTest) {
      throw invalidSignature(provider, 'the signature does not fit the raw body: was the body parsed or re-encoded before?');
    }
    const invoice = readCallback(decodeJson(body));
    const { status, updated, test_mode: testMode = false } = invoice.attributes;
    if (testMode === true ? !isTest : !isLive) {
      throw invalidSignature(provider, 'the callback is signed with the key of the other mode');
    }
    const operation = invoice.type.startsWith('payout') ? 'payout' : newsOf(invoice);
    const transaction = toRecord(invoice, operation, { provider, secrets: [] });
    if (transaction === undefined) {
      const message = `the callback shows nothing of a ${operation}`;
      throw new DucatError({ code: 'unexpected_response', message, effect: 'none', provider });
    }
    return { provider, fingerprint: [invoice.id, status, updated ?? ''].join(':'), transaction };
  };
}
