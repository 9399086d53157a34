import { moneyPort, schemas } from '@ducat/adapter-kit';
import type { Capture, CaptureRequest } from '@ducat/core';
import type { TemplateClient } from './client.ts';
import { toWireChild } from './translate/child.ts';
import { toAnswer } from './translate/outcome.ts';

/** Template "Captures". */
export function capture(client: TemplateClient): Capture['capture'] {
  return moneyPort<CaptureRequest>(client.port, schemas.captureRequest, async (request, call) => {
    const { amount, authorization: parent } = request;
    const transaction = await client.post('/captures', toWireChild(parent, amount, call), call);
    return toAnswer(transaction, { operation: 'capture', amount, parent }, call);
  });
}
