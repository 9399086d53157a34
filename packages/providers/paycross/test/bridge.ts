import type { HttpRequest, HttpResponse, Transport } from '@ducat/adapter-kit';
import { DucatError } from '@ducat/core';
import { ConnectionRefused, bytes, noBody } from '@ducat/simulator';
import type { SimulatedNetwork } from '@ducat/simulator';

/** A transport into a simulated network, with the pinned origins of the real one and a record of what left. */
export interface Bridge extends Transport {
  readonly sent: readonly HttpRequest[];
  /** The next request leaves and never arrives. */
  loseNextRequest(): void;
  /** The next request finds nobody listening. */
  refuseNextConnection(): void;
}

export function createBridge(network: SimulatedNetwork, origins: readonly string[]): Bridge {
  const sent: HttpRequest[] = [];
  let lost = 0;
  let refused = 0;
  return {
    sent,
    loseNextRequest() {
      lost += 1;
    },
    refuseNextConnection() {
      refused += 1;
    },
    async send(request): Promise<HttpResponse> {
      if (!origins.includes(request.origin)) throw failure('refused', 'none', `${request.origin} is not allowed`);
      if (refused > 0) {
        refused -= 1;
        throw failure('connection_failed', 'none', 'nobody listens');
      }
      sent.push(request);
      if (lost > 0) {
        lost -= 1;
        throw failure('connection_lost', 'possible', 'the request was lost');
      }
      const { origin, path, method, headers, body } = request;
      try {
        const content = body === undefined ? noBody : bytes(body);
        return await network.send(origin + path, { method, headers, body: content });
      } catch (thrown) {
        if (thrown instanceof ConnectionRefused) throw failure('connection_failed', 'none', 'nobody listens');
        throw failure('connection_lost', 'possible', 'the answer was lost');
      }
    },
    close: async () => undefined,
  };
}

function failure(
  code: 'refused' | 'connection_failed' | 'connection_lost',
  effect: 'none' | 'possible',
  message: string,
): DucatError {
  return new DucatError({ code, effect, message });
}
