import type { ChallengeAnswer } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { WireTransaction } from '../bank/transaction.ts';
import type { ReferenceSettings } from './options.ts';
import type { Parts } from './parts.ts';
import type { Budget, HttpRequest, HttpResponse } from './send.ts';

/** The way to one account at the bank. */
export class Client {
  readonly settings: ReferenceSettings;
  readonly parts: Parts;
  readonly #inFlight = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(settings: ReferenceSettings, parts: Parts) {
    this.settings = settings;
    this.parts = parts;
  }

  /** The order's reference is its idempotency key: a repeat is answered like the first. */
  async post(order: object, reference: string, budget: Budget): Promise<WireTransaction> {
    const headers = { ...this.#headers(), 'content-type': 'application/json', 'idempotency-key': reference };
    const body = this.parts.encodeBody(order);
    return this.parts.readTransaction(
      await this.#ask({ method: 'POST', url: this.#url('/transactions'), headers, body }, budget),
    );
  }

  async find(id: string, budget: Budget): Promise<WireTransaction> {
    const transaction = this.parts.readTransaction(await this.#get(`/transactions/${id}`, budget));
    this.parts.requireEcho({ id }, transaction);
    return transaction;
  }

  /** Newest first. */
  async findAll(reference: string, budget: Budget): Promise<readonly WireTransaction[]> {
    const answer = (await this.#get(`/transactions?reference=${reference}`, budget)) as { transactions?: unknown };
    if (!Array.isArray(answer.transactions)) {
      throw new DucatError({ code: 'unexpected_response', message: 'the answer is not a list', effect: 'possible' });
    }
    const found = answer.transactions.map(this.parts.readTransaction);
    for (const transaction of found) this.parts.requireEcho({ reference }, transaction);
    return found;
  }

  /** Letter for letter, to the bank's own address; what it shows to a browser is not looked at. */
  async relay(id: string, { method, query = '', body = '' }: ChallengeAnswer, budget: Budget): Promise<void> {
    const url = this.#url(`/returns/${id}`);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const get = { method, url: `${url}?${query}`, headers: {} };
    await this.#send(method === 'GET' ? get : { method, url, headers, body }, budget);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#inFlight);
  }

  #get(path: string, budget: Budget): Promise<unknown> {
    return this.#ask({ method: 'GET', url: this.#url(path), headers: this.#headers() }, budget);
  }

  async #ask(request: HttpRequest, budget: Budget): Promise<unknown> {
    return this.parts.readAnswer(await this.#send(request, budget), this.settings.id, this.parts.readJson);
  }

  async #send(request: HttpRequest, budget: Budget): Promise<HttpResponse> {
    if (this.#isClosed) {
      const message = 'the provider has been closed';
      throw new DucatError({ code: 'connection_failed', message, effect: 'none', retry: 'safe' });
    }
    const sending = this.parts.send(request, budget);
    this.#inFlight.add(sending);
    return sending.finally(() => this.#inFlight.delete(sending));
  }

  #url(path: string): string {
    return this.settings.baseUrl.replace(/\/$/, '') + path;
  }

  #headers(): Record<string, string> {
    return { accept: 'application/json', authorization: this.parts.bearer(this.settings.apiKey) };
  }
}
