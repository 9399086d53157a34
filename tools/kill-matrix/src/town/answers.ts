import type { Action } from '@ducat/core';
import { approved } from '@ducat/paymega/simulator';
import type { WebhookMessage } from '@ducat/simulator';
import { browse, text } from '@ducat/simulator';
import type { Question } from '../child/order.ts';
import { merchantOrigin } from '../scenarios/requests.ts';
import type { Posted } from '../scenarios/waiting.ts';
import type { Town } from './town.ts';

/** What happens outside of the merchant's process; once, however often a new process asks for it. */
export class Answers {
  readonly #town: Town;
  readonly #given = new Map<string, Promise<unknown>>();

  constructor(town: Town) {
    this.#town = town;
  }

  to(question: Exclude<Question, { kind: 'meet' }>): Promise<unknown> {
    const name = `${question.kind} ${question.key}`;
    const known = this.#given.get(name) ?? this.#find(question);
    this.#given.set(name, known);
    return known;
  }

  async #find(question: Exclude<Question, { kind: 'meet' }>): Promise<unknown> {
    if (question.kind === 'bank_ends') return this.#endAtBank(question.reference);
    await walk(question.action as Action);
    return 'back';
  }

  /** The bank makes up its mind; the webhooks about it. */
  #endAtBank(reference: string): readonly Posted[] {
    const { paymega, paycross } = this.#town;
    if (paymega.invoices.get(reference) !== undefined) paymega.settle(reference, approved);
    for (const { uid, status } of paycross.transactions.withTrackingId(reference)) {
      if (status === 'pending') paycross.controls.finish(uid, 'S.0000');
    }
    const held = [paymega, paycross].flatMap(({ courier }) => courier.held);
    return held.filter(({ body }) => text(body).includes(`"${reference}"`)).map(postedOf);
  }
}

function postedOf({ headers, body }: WebhookMessage): Posted {
  return { headers, body: Buffer.from(body).toString('base64') };
}

/** The shopper confirms, and comes back to the merchant. */
async function walk(action: Action): Promise<void> {
  if (action.kind === 'wait') return;
  const start = action.kind === 'form_post' ? ({ ...action, method: 'POST' } as const) : { url: action.url };
  const answers = { answer: 'approve', decision: 'approve' };
  await browse(start, { answers, isMerchant: (url) => url.startsWith(merchantOrigin) });
}
