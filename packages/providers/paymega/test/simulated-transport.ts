import type { HttpRequest, Transport } from '@ducat/adapter-kit';
import { DucatError } from '@ducat/core';
import type { SimulatedNetwork } from '@ducat/simulator';
import { ConnectionRefused, bytes } from '@ducat/simulator';

/** Carries requests into a simulator without sockets, and remembers them. */
export interface SimulatedTransport extends Transport {
  readonly requests: readonly HttpRequest[];
}

/** Refuses what is not pinned, as the real transport does; a handler that throws is a connection that broke. */
export function simulatedTransport(network: SimulatedNetwork, origins: readonly string[]): SimulatedTransport {
  const requests: HttpRequest[] = [];
  return {
    requests,
    async send(request, budget) {
      if (!origins.includes(request.origin))
        throw failure('refused', 'none', `requests to ${request.origin} are not allowed`);
      if (budget.signal?.aborted === true) throw failure('canceled', 'none', 'canceled');
      requests.push(request);
      const { method, headers, body = '' } = request;
      try {
        return await network.send(request.origin + request.path, { method, headers, body: bytes(body) });
      } catch (thrown) {
        if (thrown instanceof ConnectionRefused) throw failure('connection_failed', 'none', thrown.message);
        throw failure('connection_lost', 'possible', String(thrown));
      }
    },
    close: () => Promise.resolve(),
  };
}

function failure(
  code: 'refused' | 'canceled' | 'connection_failed' | 'connection_lost',
  effect: 'none' | 'possible',
  message: string,
): DucatError {
  return new DucatError({ code, effect, message });
}
