import type { HttpRequest } from '@ducat/adapter-kit';
import { json } from '@ducat/simulator';
import type { Paymega } from '../src/index.ts';
import { createPaymega } from '../src/index.ts';
import { account } from './shop.ts';

/** An adapter whose every request is answered by the given answer, and what it sent. */
export interface Scripted {
  readonly provider: Paymega;
  readonly sent: readonly HttpRequest[];
}

export function scripted(answer: (request: HttpRequest) => unknown): Scripted {
  const sent: HttpRequest[] = [];
  const transport = {
    send: (request: HttpRequest) => {
      sent.push(request);
      return Promise.resolve(json(200, answer(request)));
    },
    close: () => Promise.resolve(),
  };
  const provider = createPaymega({ ...account, cardgateUrl: 'https://cardgate.example' }, transport);
  return { provider, sent };
}
