import type { HttpRequest, HttpResponse, Transport } from '@ducat/adapter-kit';
import type { Money, Port, Supporting, WebhookRequest } from '@ducat/core';
import type { SimulatedNetwork } from '@ducat/simulator';
import type { Json } from '../input/json.ts';
import { marked } from '../input/json.ts';
import type { Player } from './player.ts';
import { clock } from './requests.ts';

/** A provider with every port. */
export type FullProvider = Supporting<Port>;

/** One answer on the wire, as an input holds it. Status 0: the connection breaks. */
export type Answer = { readonly status: number; readonly body: Json; readonly headers?: Json; readonly damage?: Json };

/** One call of one port, and what the simulator answered to it. */
export interface Scenario {
  readonly name: string;
  readonly port: Port;
  /** The only amount that an approved outcome may show. */
  readonly asked?: Money;
  readonly answers: readonly Answer[];
  readonly call: (provider: FullProvider) => Promise<unknown>;
}

/** Makes a call and keeps it as a scenario. */
export type Step = <Returned>(
  scenario: Omit<Scenario, 'answers' | 'call'>,
  call: (provider: FullProvider) => Promise<Returned>,
) => Promise<Returned>;

/** A provider and all that is known of the way it talks. */
export interface FuzzWorld {
  readonly name: string;
  readonly provider: FullProvider;
  readonly player: Player;
  readonly scenarios: readonly Scenario[];
  /** Bodies of webhooks, as the simulator sent them. */
  readonly webhooks: readonly Json[];
  /** Error bodies of all shapes that the provider has. */
  readonly errors: readonly Answer[];
  readonly sign: (body: Uint8Array) => WebhookRequest['headers'];
  /** Options of the adapter, every one of them set. */
  readonly options: Json;
  readonly create: (options: unknown, transport?: Transport) => FullProvider;
  /** An answer of the provider that agrees with the request. */
  readonly agree: (request: HttpRequest) => HttpResponse;
}

/** Runs calls against a simulator and keeps what it answered. */
export class Recording implements Transport {
  readonly scenarios: Scenario[] = [];
  readonly webhooks: Json[] = [];
  readonly #network: SimulatedNetwork;
  #answers: Answer[] = [];

  constructor(network: SimulatedNetwork) {
    this.#network = network;
  }

  async send({ method, origin, path, headers, body = '' }: HttpRequest): Promise<HttpResponse> {
    const response = await this.#network.send(origin + path, { method, headers, body: Buffer.from(body) });
    this.#answers.push({ status: response.status, body: parsed(response.body) });
    return response;
  }

  async close(): Promise<void> {}

  /** Calls the port of the provider that is being recorded, and keeps the call to be repeated on any other. */
  async step<Returned>(
    provider: FullProvider,
    scenario: Omit<Scenario, 'answers' | 'call'>,
    call: (provider: FullProvider) => Promise<Returned>,
  ): Promise<Returned> {
    // PayCross takes the same card and amount within half a minute for a double click.
    await clock.advance(60_000);
    this.#answers = [];
    const returned = await call(provider);
    this.scenarios.push({ ...scenario, answers: this.#answers, call });
    return returned;
  }
}

export function parsed(body: Uint8Array): Json {
  const text = Buffer.from(body).toString('utf8');
  try {
    return JSON.parse(text) as Json;
  } catch {
    return marked('raw', { text });
  }
}

export function jsonResponse(status: number, body: unknown): HttpResponse {
  return { status, headers: {}, body: Buffer.from(JSON.stringify(body)) };
}
