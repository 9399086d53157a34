import type { RequestHandler } from '@ducat/simulator';
import { empty, html, text } from '@ducat/simulator';
import type { Book } from './book.ts';
import type { Checkout, CheckoutState } from './checkout.ts';
import { Problem } from './problem.ts';

/** What the shopper presses: pays, pays with an account that the bank refuses, or leaves. */
const decisions: Readonly<Record<string, readonly [state: CheckoutState, reason?: string]>> = {
  approve: ['paid'],
  refuse: ['turned_down', 'funds'],
  cancel: ['walked_away'],
};

export interface PageParts {
  readonly book: Book;
  readonly notify: (checkout: Checkout) => void;
  /** What was ordered in place of the shopper's success. */
  readonly takeState: () => CheckoutState | undefined;
}

/** The page on which the shopper pays. */
export function createPage({ book, notify, takeState }: PageParts): RequestHandler {
  return async ({ method, path, body }) => {
    try {
      const checkout = book.checkout(/^\/p\/([\w-]+)$/.exec(path)?.[1] ?? '');
      const decision = new URLSearchParams(text(body)).get('decision') ?? '';
      const [state, reason] = decisions[decision] ?? [];
      if (method === 'GET' && checkout.state === 'open') return html(200, form);
      if (checkout.state === 'open' && state !== undefined) {
        book.settle(checkout, state === 'paid' ? (takeState() ?? state) : state, reason);
        notify(checkout);
      }
      return { ...empty(303), headers: { location: checkout.returnTo } };
    } catch (thrown) {
      if (thrown instanceof Problem) return html(404, '<p>There is no such page.</p>');
      throw thrown;
    }
  };
}

const buttons = Object.keys(decisions).map(
  (decision) => `<button name="decision" value="${decision}">${decision}</button>`,
);
const form = `<!doctype html><title>Tidepay</title><form method="post">${buttons.join('')}</form>`;
