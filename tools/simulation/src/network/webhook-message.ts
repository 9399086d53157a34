import { sign } from 'node:crypto';
import type { WebhookRequest } from '@ducat/core';
import { signCallback } from '@ducat/paymega/simulator';
import { bytes, text } from '@ducat/simulator';
import type { ProviderId } from '../faults/steps.ts';
import { paymegaAccount, webhookKey } from './accounts.ts';
import { otherAmount, rewriteJson } from './spoil.ts';

export interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What the engine has to do with a message. */
export type Expected = 'anything' | 'refuse' | 'record only';

/** What a webhook is about, read without trusting it. */
export interface Subject {
  readonly reference: string;
  readonly providerReference: string;
  readonly parent: string;
  readonly type: string;
}

export function subjectOf({ body }: Message): Subject {
  const { data, transaction } = JSON.parse(text(body)) as {
    readonly data?: { readonly id: string; readonly attributes: { readonly reference_id: string } };
    readonly transaction?: Readonly<Record<'uid' | 'tracking_id' | 'parent_uid' | 'type', string | undefined>>;
  };
  return {
    reference: data?.attributes.reference_id ?? transaction?.tracking_id ?? '',
    providerReference: data?.id ?? transaction?.uid ?? '',
    parent: transaction?.parent_uid ?? '',
    type: transaction?.type ?? '',
  };
}

/** Somebody else's: the success that they would like, with a signature that was made for something else. */
export function forged(provider: ProviderId, message: Message): Message {
  const success = provider === 'paymega' ? 'processed' : 'successful';
  const document = rewriteJson(text(message.body), 'status', () => success) ?? text(message.body);
  return { headers: message.headers, body: bytes(`${document} `) };
}

/** From the provider itself, and about something else than was asked for. */
function signedAnew(provider: ProviderId, { headers }: Message, document: string): Message {
  const body = bytes(document);
  const signature =
    provider === 'paymega'
      ? { 'x-signature': signCallback(paymegaAccount.privateKeys.test, body) }
      : { 'content-signature': sign('sha256', body, webhookKey).toString('base64') };
  return { headers: { ...headers, ...signature }, body };
}

export function withOtherAmount(provider: ProviderId, message: Message): Message | undefined {
  const document = rewriteJson(text(message.body), 'amount', otherAmount);
  const processed = document && (rewriteJson(document, 'processed_amount', otherAmount) ?? document);
  return processed === undefined ? undefined : signedAnew(provider, message, processed);
}

export function withUnknownStatus(provider: ProviderId, message: Message): Message | undefined {
  const document = rewriteJson(text(message.body), 'status', () => 'frobnicated');
  return document === undefined ? undefined : signedAnew(provider, message, document);
}

/** Paymega has a key for each mode; at PayCross the message itself says which one it is. */
export function ofOtherMode(provider: ProviderId, message: Message): Message | undefined {
  if (provider === 'paymega') {
    const signature = signCallback(paymegaAccount.privateKeys.live, message.body);
    return { ...message, headers: { ...message.headers, 'x-signature': signature } };
  }
  const document = rewriteJson(text(message.body), 'test', () => false);
  return document === undefined ? undefined : signedAnew(provider, message, document);
}

export function toRequest({ headers, body }: Message): WebhookRequest {
  return { headers, body };
}
