import {
  decodeJson,
  encodeBasicAuthorization,
  invalidSignature,
  isBasicAuthorization,
  isRsaSha256Signature,
  onlyHeader,
  webhookPort,
} from '@ducat/adapter-kit';
import type { Webhook } from '@ducat/core';
import type { PayCrossClient } from './client.ts';
import { toRecord } from './translate/outcome.ts';
import { readTransaction } from './wire/transaction.ts';

/** PayCross "Webhooks": an RSA signature over the raw body, and Basic credentials. Both have to be right. */
export function webhook(client: PayCrossClient): Webhook['webhook'] {
  const { id: provider, shopId, secretKey, webhookPublicKey } = client.settings;
  const { secrets } = encodeBasicAuthorization(shopId, secretKey);
  return webhookPort(provider, ({ headers, body }) => {
    const signature = onlyHeader(headers, 'content-signature');
    const authorization = onlyHeader(headers, 'authorization');
    if (signature === undefined)
      throw invalidSignature(provider, 'the header Content-Signature is missing or repeated');
    if (authorization === undefined)
      throw invalidSignature(provider, 'the header Authorization is missing or repeated');
    if (!isBasicAuthorization(authorization, shopId, secretKey)) {
      throw invalidSignature(provider, 'the Basic credentials are not those of this shop');
    }
    if (!isRsaSha256Signature(webhookPublicKey, body, signature)) {
      throw invalidSignature(
        provider,
        'the signature does not fit the raw body: was the body parsed or re-encoded before?',
      );
    }
    const transaction = readTransaction(decodeJson(body));
    const fingerprint = [transaction.uid, transaction.status, transaction.updated_at ?? ''].join(':');
    return { provider, fingerprint, transaction: toRecord(transaction, { provider, money: client.money, secrets }) };
  });
}
