import type { SurfaceRequest, SurfaceResponse } from '../../harness/http.ts';
import { Bank, Refusal } from './bank.ts';
import { FirstVersion } from './first-version.ts';
import type { WireOrder, WireTransaction } from './transaction.ts';

interface Answered {
  readonly body: string;
  readonly id: string;
}

/** The bank behind HTTP: orders by POST, each with an idempotency key; questions by GET; a page for the shopper. */
export class Service {
  readonly bank: Bank = new Bank();
  readonly firstVersion: FirstVersion;
  /** Told of every transaction that is new or has changed. */
  readonly #notify: (transaction: WireTransaction) => void;
  readonly #apiKey: string;
  readonly #origin: string;
  readonly #answered = new Map<string, Answered>();
  #refusal: string | undefined;
  #distortion: Partial<WireTransaction> = {};

  constructor(apiKey: string, origin: string, notify: (transaction: WireTransaction) => void) {
    this.#apiKey = apiKey;
    this.#origin = origin;
    this.#notify = notify;
    this.firstVersion = new FirstVersion(origin);
  }

  refuseNext(text: string): void {
    this.#refusal = text;
  }

  /** The next transaction that is shown differs from the truth. */
  distortNext(distortion: Partial<WireTransaction>): void {
    this.#distortion = { ...this.#distortion, ...distortion };
  }

  handle(request: SurfaceRequest): SurfaceResponse {
    try {
      return this.#route(request);
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      return json(thrown.status, { error: { code: thrown.code, message: thrown.message } });
    }
  }

  #route({ method, path, headers, body }: SurfaceRequest): SurfaceResponse {
    const refusal = this.#refusal;
    this.#refusal = undefined;
    if (refusal !== undefined) throw new Refusal(422, 'invalid', refusal);
    const { pathname, search, searchParams } = new URL(path, this.#origin);
    const [, place, id = ''] = pathname.split('/');
    const text = Buffer.from(body).toString('utf8');
    if (place === 'pages') return this.#page(id, searchParams.get('decision'));
    if (place === 'returns')
      return this.#page(id, this.firstVersion.read(id, method === 'GET' ? search.slice(1) : text));
    if (place !== 'transactions') throw new Refusal(404, 'no_such_address', 'no such address');
    if (headers['authorization'] !== `Bearer ${this.#apiKey}`) throw new Refusal(401, 'unauthorized', 'no such key');
    if (method === 'POST') return this.#order(headers['idempotency-key'] ?? '', text);
    const reference = searchParams.get('reference');
    if (reference !== null)
      return json(200, { transactions: this.bank.findAll(reference).map((one) => this.#shown(one)) });
    const found = this.bank.find(id);
    if (found === undefined) throw new Refusal(404, 'not_found', 'no such transaction');
    return json(200, this.#shown(found));
  }

  #order(key: string, body: string): SurfaceResponse {
    if (!/^[\w-]{1,64}$/.test(key)) throw new Refusal(422, 'invalid', 'idempotency-key');
    const before = this.#answered.get(key);
    if (before !== undefined && before.body !== body)
      throw new Refusal(409, 'key_reused', 'the key belongs to another order');
    if (before === undefined) {
      const order = JSON.parse(body) as WireOrder;
      const made = this.bank.order(order, key, {
        urlFor: (id) => `${this.#origin}/pages/${id}`,
        formFor: (id, termUrl) => this.firstVersion.formFor(id, termUrl),
      });
      this.#answered.set(key, { body, id: made.id });
      this.#notify(made);
    }
    const transaction = this.bank.find(this.#answered.get(key)?.id ?? '');
    if (transaction === undefined) throw new Error('an answered key has a transaction');
    return json(201, this.#shown(transaction));
  }

  #page(id: string, decision: string | null): SurfaceResponse {
    if (decision === null)
      return { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<p>Pay?</p>') };
    const location = this.bank.decide(id, decision === 'approve');
    const changed = this.bank.find(id);
    if (changed !== undefined) this.#notify(changed);
    return { status: 303, headers: { location }, body: Buffer.alloc(0) };
  }

  #shown(transaction: WireTransaction): WireTransaction {
    const shown = { ...transaction, ...this.#distortion };
    this.#distortion = {};
    return shown;
  }
}

function json(status: number, value: unknown): SurfaceResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(value), 'utf8') };
}
