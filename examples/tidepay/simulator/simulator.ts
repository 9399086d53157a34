import type { Bank, Clock, Courier, Random, RequestHandler, Send } from '@ducat/simulator';
import { createBank, createRandom, createRealClock } from '@ducat/simulator';
import type { Rewrite } from './api.ts';
import { createApi } from './api.ts';
import { Book } from './book.ts';
import type { Checkout, CheckoutState, RefundState } from './checkout.ts';
import { showCheckout } from './checkout.ts';
import { createNotifier, notify } from './notices.ts';
import { createPage } from './page.ts';

export interface TidepaySimulatorSettings {
  readonly merchantCode: string;
  readonly secret: string;
  readonly noticeSecret: string;
  /** Origin at which the pages are reached. */
  readonly pages: string;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Carries the notices; default: HTTP. */
  readonly deliver?: Send;
}

export interface TidepaySimulator {
  readonly handlers: { readonly api: RequestHandler; readonly page: RequestHandler };
  readonly bank: Bank;
  readonly courier: Courier;
  /** Orders for one call or one shopper, then used up. */
  readonly controls: {
    answerNext(fields: Readonly<Record<string, unknown>>): void;
    /** What becomes of the next checkout whose shopper pays. */
    settleNext(state: CheckoutState): void;
    refundNext(state: RefundState): void;
    /** Ends a checkout that is clearing or held back, and tells the merchant. */
    finish(cursor: string, state: CheckoutState, reason?: string): void;
  };
}

/** Tidepay as its API page describes it; it knows nothing of the adapter. */
export function createTidepaySimulator(settings: TidepaySimulatorSettings): TidepaySimulator {
  const { noticeSecret, pages, clock = createRealClock(), random = createRandom(1), deliver } = settings;
  const bank = createBank(clock);
  const book = new Book(bank, clock, random);
  const courier = createNotifier(clock, noticeSecret, deliver);
  const rewrites: Rewrite[] = [];
  const states: CheckoutState[] = [];
  const tell = (checkout: Checkout): void => notify(courier, checkout, { checkout: showCheckout(checkout, pages) });
  return {
    handlers: {
      api: createApi({
        ...settings,
        book,
        notify: (checkout, answer) => notify(courier, checkout, answer),
        takeRewrite: () => rewrites.shift(),
      }),
      page: createPage({ book, notify: tell, takeState: () => states.shift() }),
    },
    bank,
    courier,
    controls: {
      answerNext(fields) {
        rewrites.push((shown) => ({ ...shown, ...fields }));
      },
      settleNext(state) {
        states.push(state);
      },
      refundNext: (state) => book.orderRefund(state),
      finish(cursor, state, reason) {
        const checkout = book.checkout(cursor);
        book.settle(checkout, state, reason);
        tell(checkout);
      },
    },
  };
}
