import { decodeJson, invalidSignature, isDigestAround, onlyHeader, redact, webhookPort } from '@ducat/adapter-kit';
import type { Webhook, WebhookEvent } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { PaymegaClient } from './client.ts';
import { toNews } from './translate/record.ts';
import type { Invoice } from './wire/invoice.ts';
import { readCallback, secretsIn } from './wire/invoice.ts';

/** The platform's page "Callbacks": a digest over the raw body with the private key of the operation's mode. */
export function webhook(client: PaymegaClient): Webhook['webhook'] {
  const { keys, settings } = client;
  const { id: provider, privateKeys } = settings;
  return webhookPort(provider, ({ headers, body }) => {
    const signature = onlyHeader(headers, 'x-signature');
    if (signature === undefined) throw invalidSignature(provider, 'the header X-Signature is missing or repeated');
    const isLive = privateKeys.live !== undefined && isDigestAround('sha1', privateKeys.live, body, signature);
    const isTest = privateKeys.test !== undefined && isDigestAround('sha1', privateKeys.test, body, signature);
    if (!isLive && !isTest) {
      throw invalidSignature(
        provider,
        'the signature does not fit the raw body: was the body parsed or re-encoded before?',
      );
    }
    const event = read(body, provider, keys);
    if (event.transaction.testMode === true ? !isTest : !isLive) {
      throw invalidSignature(provider, 'the callback is signed with the key of the other mode');
    }
    return event;
  });
}

function read(body: Uint8Array, provider: string, keys: readonly string[]): WebhookEvent {
  try {
    const invoice = readCallback(decodeJson(body));
    const secrets = [...keys, ...secretsIn(invoice)];
    const transaction = toNews(invoice, invoice.type.startsWith('payout'), { provider, secrets });
    if (transaction !== undefined) return { provider, fingerprint: fingerprintOf(invoice, secrets), transaction };
  } catch (thrown) {
    if (!DucatError.is(thrown)) throw thrown;
    throw new DucatError({ ...thrown.toJSON(), effect: 'none', retry: 'never', provider });
  }
  const message = 'the callback shows nothing that was done';
  throw new DucatError({ code: 'unexpected_response', message, effect: 'none', provider });
}

// Several changes can fall into one second, and two partial refunds leave the same status.
function fingerprintOf({ id, attributes }: Invoice, secrets: readonly string[]): string {
  const { status, updated, processed_amount: processed, refunded_amount: refunded } = attributes;
  return [id, redact(status, secrets), updated, processed, refunded].map((part) => part ?? '').join(':');
}
