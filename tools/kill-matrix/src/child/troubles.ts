import type { Transport } from '@ducat/adapter-kit';
import { DucatError } from '@ducat/core';

/** Where the card is presented. */
const moneyPaths = ['/payment/sale', '/transactions/payments'];

/** The first request that moves money is carried out, and its answer gets lost. */
export function losingTransport(transport: Transport): Transport {
  let isLost = false;
  return {
    async send(request, budget) {
      const response = await transport.send(request, budget);
      if (isLost || request.method !== 'POST' || !moneyPaths.some((path) => request.path.endsWith(path)))
        return response;
      isLost = true;
      throw new DucatError({ code: 'connection_lost', message: 'the answer got lost', effect: 'possible' });
    },
    close: () => transport.close(),
  };
}

/** The port of a service that nobody runs any more (RFC 863): connections to it are refused. */
export const deadOrigin = 'http://127.0.0.1:9';
