import {
  canonicalHexadecimal,
  decodeJson,
  invalidSignature,
  isHmacSha256,
  onlyHeader,
  webhookPort,
} from '@ducat/adapter-kit';
import type { Webhook } from '@ducat/core';
import type { TemplateClient } from './client.ts';
import { toRecord } from './translate/outcome.ts';
import { readNotice } from './wire/notice.ts';

/** Template "Webhooks": `X-Signature` is the hexadecimal HMAC-SHA256 of the raw body. */
export function webhook(client: TemplateClient): Webhook['webhook'] {
  const { id: provider, webhookSecret } = client.settings;
  return webhookPort(provider, ({ headers, body }) => {
    const signature = onlyHeader(headers, 'x-signature');
    if (signature === undefined) throw invalidSignature(provider, 'the header X-Signature is missing or repeated');
    if (!isHmacSha256(webhookSecret, [body], canonicalHexadecimal(signature))) {
      const message = 'the signature does not fit the raw body: was the body parsed or re-encoded before?';
      throw invalidSignature(provider, message);
    }
    const { transaction } = readNotice(decodeJson(body));
    const fingerprint = [transaction.id, transaction.status, transaction.updated_at ?? ''].join(':');
    return { provider, fingerprint, transaction: toRecord(transaction, { provider, secrets: [] }) };
  });
}
