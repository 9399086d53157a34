import {
  canonicalHexadecimal,
  decodeJson,
  invalidSignature,
  isHmacSha256,
  onlyHeader,
  webhookPort,
} from '@ducat/adapter-kit';
import type { Webhook } from '@ducat/core';
import type { TidepayClient } from './client.ts';
import { toNews } from './translate/notice.ts';
import { readNotice } from './wire/notice.ts';

const toleranceMilliseconds = 300_000;

/** API page "Notices": `t` and `h` are over the raw body, and too old or too new a time is refused. */
export function webhook(client: TidepayClient): Webhook['webhook'] {
  const { id: provider, noticeSecret } = client.settings;
  return webhookPort(provider, ({ headers, body }, clock) => {
    const header = onlyHeader(headers, 'tide-signature');
    if (header === undefined) throw invalidSignature(provider, 'the header Tide-Signature is missing or repeated');
    const [, time, digest] = /^t=(\d{1,12}),h=([0-9a-f]{64})$/.exec(header) ?? [];
    if (time === undefined || digest === undefined) {
      throw invalidSignature(provider, 'the header Tide-Signature is not of the form t=...,h=...');
    }
    if (!isHmacSha256(noticeSecret, [`${time}.`, body], canonicalHexadecimal(digest))) {
      const message = 'the signature does not fit the raw body: was the body parsed or re-encoded before?';
      throw invalidSignature(provider, message);
    }
    if (Math.abs(clock.now() - Number(time) * 1000) > toleranceMilliseconds) {
      throw invalidSignature(
        provider,
        'the signature is more than 300 seconds off: a replay, or a clock that is wrong',
      );
    }
    return toNews(readNotice(decodeJson(body)), provider);
  });
}
