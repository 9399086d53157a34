import type { HttpRequest, HttpResponse, Transport } from '@ducat/adapter-kit';
import { DucatError } from '@ducat/core';
import type { SimulatedNetwork } from '@ducat/simulator';
import { bytes, noBody } from '@ducat/simulator';

/** What happens to one request on its way. */
type Mishap = 'connection_refused' | 'request_lost' | 'response_lost' | 'server_error';

/** A transport into a simulated network that goes wrong when it is told to. */
export interface ShakyTransport extends Transport {
  readonly sent: readonly HttpRequest[];
  /** The next request to a path that contains the text meets the mishap. */
  next(mishap: Mishap, path?: string): void;
  /** Runs before the answer to the next such request is given to the adapter. */
  beforeAnswer(task: () => Promise<void>, path?: string): void;
}

export function shakyTransport(network: SimulatedNetwork): ShakyTransport {
  const sent: HttpRequest[] = [];
  const mishaps: { readonly mishap: Mishap; readonly path: string }[] = [];
  const tasks: { readonly task: () => Promise<void>; readonly path: string }[] = [];
  return {
    sent,
    next: (mishap, path = '') => void mishaps.push({ mishap, path }),
    beforeAnswer: (task, path = '') => void tasks.push({ task, path }),
    async send(request) {
      const mishap = take(mishaps, request)?.mishap;
      if (mishap === 'connection_refused') throw failure('connection_failed', 'none');
      sent.push(request);
      if (mishap === 'request_lost') throw failure('connection_lost', 'possible');
      const response = await deliver(network, request);
      await take(tasks, request)?.task();
      if (mishap === 'response_lost') throw failure('connection_lost', 'possible');
      if (mishap === 'server_error') return { status: 500, headers: {}, body: bytes('<html>') };
      return response;
    },
    close: async () => undefined,
  };
}

function take<Planned extends { readonly path: string }>(
  planned: Planned[],
  { path }: HttpRequest,
): Planned | undefined {
  const index = planned.findIndex((one) => path.includes(one.path));
  return index < 0 ? undefined : planned.splice(index, 1)[0];
}

async function deliver(
  network: SimulatedNetwork,
  { origin, path, method, headers, body }: HttpRequest,
): Promise<HttpResponse> {
  return await network.send(origin + path, { method, headers, body: body === undefined ? noBody : bytes(body) });
}

function failure(code: 'connection_failed' | 'connection_lost', effect: 'none' | 'possible'): DucatError {
  return new DucatError({ code, effect, message: code });
}
