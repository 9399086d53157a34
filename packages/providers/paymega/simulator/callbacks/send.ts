import { bytes } from '@ducat/simulator';

import type { World } from '../world.ts';
import { signCallback } from './signature.ts';

interface CallbackSubject {
  readonly testMode: boolean;
  readonly request: { readonly callbackUrl: string | undefined };
}

/** The document is rendered now: a retry repeats these bytes even when the invoice has moved on. */
export function sendCallback(world: World, subject: CallbackSubject, document: unknown): void {
  const { account, privateKeys } = world.settings;
  const url = subject.request.callbackUrl ?? account.callbackUrl;
  if (url === undefined) return;
  const body = bytes(JSON.stringify(document));
  world.courier.send({
    url,
    headers: {
      'content-type': 'application/json',
      'x-signature': signCallback(subject.testMode ? privateKeys.test : privateKeys.live, body),
    },
    body,
  });
}
