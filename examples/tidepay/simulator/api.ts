import type { RequestHandler, SimulatedRequest } from '@ducat/simulator';
import { json, text } from '@ducat/simulator';
import type { Book } from './book.ts';
import type { Checkout, Fields } from './checkout.ts';
import { showCheckout, showRefund } from './checkout.ts';
import { required } from './form.ts';
import { Problem } from './problem.ts';

/** Changes what one answer shows; what is stored stays true. */
export type Rewrite = (fields: Fields) => Fields;

export interface ApiParts {
  readonly merchantCode: string;
  readonly secret: string;
  /** Origin of the pages. */
  readonly pages: string;
  readonly book: Book;
  readonly notify: (checkout: Checkout, answer: Fields) => void;
  /** What was ordered for the next answer. */
  readonly takeRewrite: () => Rewrite | undefined;
}

/** The API page, but for what the shopper sees. */
export function createApi(parts: ApiParts): RequestHandler {
  const { merchantCode, secret, takeRewrite } = parts;
  const authorization = `Basic ${Buffer.from(`${merchantCode}:${secret}`).toString('base64')}`;
  const answers = new Map<string, { readonly request: string; readonly answer: Fields }>();

  function once(request: SimulatedRequest, act: (form: URLSearchParams) => Fields): Fields {
    const form = new URLSearchParams(text(request.body));
    const dedupe = required(form, 'dedupe', /^.{1,64}$/);
    const whole = `${request.path} ${form.toString()}`;
    const before = answers.get(dedupe);
    if (before !== undefined && before.request !== whole) {
      throw new Problem(409, 'in_flight', 'this value of dedupe came with other fields before', 'dedupe');
    }
    const answer = before?.answer ?? act(form);
    answers.set(dedupe, { request: whole, answer });
    return answer;
  }

  return async (request) => {
    try {
      if (request.headers['authorization'] !== authorization) throw new Problem(401, 'who_are_you', 'unknown merchant');
      const answer = route(parts, request, once);
      const rewrite = takeRewrite();
      if (rewrite === undefined) return json(200, answer);
      return json(
        200,
        Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, rewrite(value as Fields)])),
      );
    } catch (thrown) {
      if (thrown instanceof Problem) return thrown.response;
      throw thrown;
    }
  };
}

type Once = (request: SimulatedRequest, act: (form: URLSearchParams) => Fields) => Fields;

function route({ book, pages, notify }: ApiParts, request: SimulatedRequest, once: Once): Fields {
  const [, version, noun, cursor, children, ...rest] = request.path.split('/');
  const route = [request.method, version, noun, cursor === undefined ? '' : ':cursor', children ?? '', ...rest]
    .join(' ')
    .trim();
  switch (route) {
    case 'POST v3 checkouts':
      return once(request, (form) => ({ checkout: showCheckout(book.open(form), pages) }));
    case 'GET v3 checkouts :cursor':
      return { checkout: showCheckout(book.checkout(cursor ?? ''), pages) };
    case 'POST v3 checkouts :cursor refunds':
      return once(request, (form) => {
        const checkout = book.checkout(cursor ?? '');
        const answer = { refund: showRefund(book.giveBack(checkout, form)) };
        notify(checkout, answer);
        return answer;
      });
    case 'GET v3 refunds :cursor':
      return { refund: showRefund(book.refund(cursor ?? '')) };
    default:
      throw new Problem(404, 'no_such_address', 'there is nothing here');
  }
}
