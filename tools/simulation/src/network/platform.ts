import type { HttpRequest, HttpResponse } from '@ducat/adapter-kit';
import type { Clock } from '@ducat/core';
import type { SimulatedNetwork, SimulatedResponse } from '@ducat/simulator';
import { bytes, noBody } from '@ducat/simulator';
import type { ProviderId } from '../faults/steps.ts';

/** How long after an act a lookup may not know of it. Well below the horizon that the adapters name. */
const forgetful = 40 * 60 * 1000;

/** A provider behind its network: what arrives is acted on at once. */
export class Platform {
  readonly id: ProviderId;
  readonly #network: SimulatedNetwork;
  readonly #clock: Clock;
  /** When something was last done for a payment. */
  readonly #lastAct = new Map<string, number>();
  /** What a lookup was answered last, by its path. */
  readonly #answers = new Map<string, { readonly at: number; readonly response: HttpResponse }>();
  /** Requests that made transactions, by reference, for the provider that makes one twice. */
  readonly #makers = new Map<string, HttpRequest>();

  constructor(id: ProviderId, network: SimulatedNetwork, clock: Clock) {
    this.id = id;
    this.#network = network;
    this.#clock = clock;
  }

  async deliver(request: HttpRequest, payment: string, reference: string): Promise<HttpResponse> {
    if (request.method === 'POST') {
      this.#lastAct.set(payment, this.#clock.now());
      if (reference !== '' && !this.#makers.has(reference)) this.#makers.set(reference, request);
    }
    const response = await this.#send(request);
    if (request.method === 'GET') this.#answers.set(request.path, { at: this.#clock.now(), response });
    return response;
  }

  /** Whether so little time has passed since the last act that a lookup may not know of it. */
  isFresh(payment: string): boolean {
    const last = this.#lastAct.get(payment);
    return last !== undefined && this.#clock.now() - last < forgetful;
  }

  /** What the lookup was answered before, when it may still be answered so. */
  earlierAnswer(path: string, payment: string): HttpResponse | undefined {
    const last = this.#answers.get(path);
    if (last === undefined || !this.isFresh(payment)) return undefined;
    return this.#clock.now() - last.at < forgetful ? last.response : undefined;
  }

  /** Carries the request of this reference out once more, as a provider would by a mistake of its own. */
  async repeatByMistake(reference: string): Promise<HttpResponse | undefined> {
    const request = this.#makers.get(reference);
    if (request?.body === undefined || this.id !== 'paycross') return undefined;
    const { RequestID: _key, ...headers } = request.headers;
    const body = request.body.replace('{"request":{', '{"request":{"duplicate_check":false,');
    const response = await this.#send({ ...request, headers, body });
    return response.status === 200 ? response : undefined;
  }

  async #send({ origin, path, method, headers, body }: HttpRequest): Promise<HttpResponse> {
    const content = body === undefined ? noBody : bytes(body);
    const response: SimulatedResponse = await this.#network.send(origin + path, { method, headers, body: content });
    return response;
  }
}
