import type { HttpRequest, HttpResponse, Transport } from '@ducat/adapter-kit';
import { DucatError } from '@ducat/core';

const mostRequests = 6;

/** A transport in memory that gives the answers it was told, and watches what an adapter wants to send. */
export class Player implements Transport {
  /** The first request that should never have been written, in words. */
  trouble: string | undefined;
  readonly #origins: readonly string[];
  #answers: (request: HttpRequest, index: number) => HttpResponse | undefined = () => undefined;
  #sent = 0;

  constructor(origins: readonly string[]) {
    this.#origins = origins;
  }

  /** From now on requests are answered so; without an answer the connection breaks. */
  play(answers: readonly (HttpResponse | undefined)[]): void {
    this.respond((_request, index) => answers[index]);
  }

  respond(answers: (request: HttpRequest, index: number) => HttpResponse | undefined): void {
    this.#answers = answers;
    this.#sent = 0;
    this.trouble = undefined;
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    this.trouble ??= this.#troubleOf(request);
    const answer = this.#answers(request, this.#sent);
    this.#sent += 1;
    if (answer !== undefined) return answer;
    throw new DucatError({ code: 'connection_lost', message: 'the connection broke', effect: 'possible' });
  }

  async close(): Promise<void> {}

  #troubleOf({ origin, path, headers }: HttpRequest): string | undefined {
    if (this.#sent >= mostRequests) return `more than ${mostRequests} requests in one call`;
    if (!this.#origins.includes(origin)) return `a request to ${origin}`;
    if (!/^\/[!-~]*$/.test(path) || path.split('?')[0]?.split('/').includes('..') === true)
      return `the path ${path.slice(0, 100)}`;
    const header = Object.entries(headers).find(([, value]) => !/^[\t -~]*$/.test(value));
    return header === undefined ? undefined : `the header ${header[0]} that HTTP does not allow`;
  }
}
