import type { HttpRequest, HttpResponse, Transport } from '@ducat/adapter-kit';
import { generatePrivateKey } from '../simulator/index.ts';
import { createPublicKey } from 'node:crypto';
import { createPayCross } from '../src/index.ts';
import type { PayCross, PayCrossOptions } from '../src/index.ts';
import { account } from './shop.ts';

export const webhookPublicKey: string = createPublicKey(generatePrivateKey())
  .export({ format: 'der', type: 'spki' })
  .toString('base64');

/** A provider whose gateway gives the scripted answers, one after another, and keeps what it was sent. */
export interface Scripted {
  readonly provider: PayCross;
  readonly sent: readonly HttpRequest[];
  /** The `request` object of the last body. */
  lastRequest(): Record<string, unknown>;
}

export type ScriptedAnswer = (request: HttpRequest) => { readonly status?: number; readonly body: unknown };

export function scripted(answer: ScriptedAnswer, options: Partial<PayCrossOptions> = {}): Scripted {
  const sent: HttpRequest[] = [];
  const transport: Transport = {
    async send(request): Promise<HttpResponse> {
      sent.push(request);
      const { status = 200, body } = answer(request);
      const content =
        body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
      return { status, headers: { 'content-type': 'application/json' }, body: content };
    },
    close: async () => undefined,
  };
  return {
    provider: createPayCross({ ...account, webhookPublicKey, ...options }, transport),
    sent,
    lastRequest: () => requestIn(sent.at(-1)),
  };
}

export function requestIn(request: HttpRequest | undefined): Record<string, unknown> {
  const body = JSON.parse(request?.body ?? '{}') as { request?: Record<string, unknown> };
  return body.request ?? {};
}
