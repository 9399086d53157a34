import type { Transport } from '@ducat/adapter-kit';
import type { Steps } from './steps.ts';

/** The transport, with a step at every request. */
export function steppingTransport(transport: Transport, steps: Steps): Transport {
  return {
    send(request, budget) {
      const { method, path } = request;
      const kind = method === 'POST' ? 'post' : 'get';
      return steps.around(kind, `${method} ${pathWithoutNames(path)}`, () => transport.send(request, budget));
    },
    close: () => transport.close(),
  };
}

/** Ids and references differ from run to run, and steps are compared. */
function pathWithoutNames(path: string): string {
  return path.replace(/\?.*/, '?').replaceAll(/\/(?=[^/]*\d)[^/]{4,}/g, '/…');
}
