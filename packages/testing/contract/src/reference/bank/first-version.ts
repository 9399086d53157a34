import { createHmac, randomBytes } from 'node:crypto';
import { Refusal } from './bank.ts';
import type { WireForm } from './transaction.ts';

/** 3-D Secure 1: a form to the shopper's bank, whose signed answer comes to the TermUrl and then to us. */
export class FirstVersion {
  readonly #key = randomBytes(32);
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Its answer goes to the merchant's TermUrl, or to our own. */
  formFor(id: string, termUrl: string | undefined): WireForm {
    const request = Buffer.from(JSON.stringify({ version: '1.0.2', id, kind: 'PAReq' })).toString('base64');
    const fields = { PaReq: request, MD: id, TermUrl: termUrl ?? `${this.#origin}/returns/${id}` };
    return { url: `${this.#origin}/access-server`, fields };
  }

  /** What the shopper's bank has the browser post. */
  answer(id: string, decision: string): string {
    const content = Buffer.from(JSON.stringify({ id, decision })).toString('base64url');
    return new URLSearchParams({ PaRes: `${content}.${this.#seal(content)}`, MD: id }).toString();
  }

  /** @throws Refusal when it is not an answer to this payment, letter for letter. */
  read(id: string, text: string): 'approve' | 'refuse' {
    const parameters = new URLSearchParams(text);
    const decision = ['approve', 'refuse'].find((one) => this.answer(id, one) === text);
    if (decision === undefined || parameters.get('MD') !== id) throw new Refusal(400, 'invalid', 'no answer of ours');
    return decision === 'approve' ? 'approve' : 'refuse';
  }

  #seal(content: string): string {
    return createHmac('sha256', this.#key).update(content).digest('base64url');
  }
}
