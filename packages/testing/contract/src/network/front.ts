import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SurfaceRequest, SurfaceResponse } from '../harness/http.ts';
import type { Fault } from './fault.ts';

/** One request that arrived, and the surface it arrived at. */
export interface SeenRequest extends SurfaceRequest {
  readonly surface: string;
}

type Handler = (surface: string, request: SurfaceRequest) => Promise<SurfaceResponse>;

/** The sockets in front of a world: one loopback server a surface, with faults where they are planned. */
export class Front {
  readonly origins: Readonly<Record<string, string>>;
  /** Every request that arrived at a watched surface, oldest first. */
  readonly seen: SeenRequest[] = [];
  #handler: Handler | undefined;
  #isAside = false;
  readonly #servers: readonly Server[];
  readonly #planned = new Map<number, Fault>();
  readonly #rewrites: ((request: SeenRequest, response: SurfaceResponse) => SurfaceResponse)[] = [];

  private constructor(servers: readonly Server[], origins: Readonly<Record<string, string>>) {
    this.#servers = servers;
    this.origins = origins;
  }

  static async open(surfaces: readonly string[]): Promise<Front> {
    const place: { front?: Front } = {};
    const servers = surfaces.map((surface) =>
      createServer((incoming, outgoing) => void place.front?.answer(surface, incoming, outgoing)),
    );
    await Promise.all(servers.map(listen));
    const origins = surfaces.map((surface, index) => [surface, originOf(servers[index])] as const);
    place.front = new Front(servers, Object.fromEntries(origins));
    return place.front;
  }

  /** What answers the requests. */
  serve(handler: Handler): void {
    this.#handler = handler;
  }

  /** Puts a fault on the n-th request from now, counted from 0. */
  plan(fault: Fault, nth = 0): void {
    this.#planned.set(this.seen.length + nth, fault);
  }

  /** What arrives during the act is a shopper's: neither seen nor disturbed. */
  async aside<Result>(act: () => Promise<Result>): Promise<Result> {
    this.#isAside = true;
    try {
      return await act();
    } finally {
      this.#isAside = false;
    }
  }

  /** Changes every answer from now on. */
  rewrite(change: (request: SeenRequest, response: SurfaceResponse) => SurfaceResponse): void {
    this.#rewrites.push(change);
  }

  async answer(surface: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
    const { method = 'GET', url: path = '/' } = incoming;
    const request = { surface, method, path, headers: Object.fromEntries(headers), body: Buffer.concat(chunks) };
    const fault = this.#isAside ? undefined : this.#planned.get(this.seen.length);
    if (!this.#isAside) this.seen.push(request);
    try {
      const response = fault?.acts === false ? undefined : await this.#respond(request);
      if (fault !== undefined) fault.show(outgoing, response);
      else if (response !== undefined) outgoing.writeHead(response.status, response.headers).end(response.body);
    } catch {
      // A world that throws plays a provider that closes the connection.
      outgoing.destroy();
    }
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#servers.map(async (server) => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }),
    );
  }

  async #respond(request: SeenRequest): Promise<SurfaceResponse> {
    if (this.#handler === undefined) throw new Error('nothing is served yet');
    const response = await this.#handler(request.surface, request);
    if (this.#isAside) return response;
    return this.#rewrites.reduce((changed, change) => change(request, changed), response);
  }
}

async function listen(server: Server): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
}

function originOf(server: Server | undefined): string {
  const address = server?.address() as AddressInfo;
  return `http://127.0.0.1:${address.port}`;
}
