import type { Bank, Clock, Courier, Random, RequestHandler, Send } from '@ducat/simulator';
import { ExactNumber, createBank, createCourier, createRandom, createRealClock } from '@ducat/simulator';
import type { Order } from './book.ts';
import { Book } from './book.ts';
import type { Rewrite } from './handler.ts';
import { createHandler } from './handler.ts';
import type { TransactionType } from './transaction.ts';
import { notify } from './webhooks.ts';

export interface TemplateSimulatorSettings {
  readonly apiKey: string;
  readonly webhookSecret: string;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Carries the webhooks; default: HTTP. */
  readonly deliver?: Send;
}

export interface TemplateSimulator {
  readonly handler: RequestHandler;
  readonly bank: Bank;
  readonly courier: Courier;
  /** Orders for one call, then used up. */
  readonly controls: {
    orderNext(type: TransactionType, status: Order): void;
    answerStatusNext(status: string): void;
    answerAmountNext(amount: bigint): void;
    /** Ends a transaction that is processing, and tells the merchant. */
    finish(id: string, status: 'succeeded' | 'declined'): void;
  };
}

const minute = 60_000;

/** Template as its pages describe it; it knows nothing of the adapter. */
export function createTemplateSimulator(settings: TemplateSimulatorSettings): TemplateSimulator {
  const { apiKey, webhookSecret, clock = createRealClock(), random = createRandom(1), deliver } = settings;
  const bank = createBank(clock);
  const book = new Book(bank, clock, random);
  const courier = createCourier({
    clock,
    policy: {
      accepts: (status) => status === 200,
      delayAfter: (attempts) => (attempts < 10 ? attempts * minute : undefined),
    },
    ...(deliver === undefined ? {} : { deliver }),
  });
  const rewrites: Rewrite[] = [];
  return {
    handler: createHandler({
      apiKey,
      book,
      notify: (transaction) => notify(courier, transaction, webhookSecret),
      takeRewrite: () => rewrites.shift(),
    }),
    bank,
    courier,
    controls: {
      orderNext: (type, status) => book.order(type, status),
      answerStatusNext(status) {
        rewrites.push((fields) => ({ ...fields, status }));
      },
      answerAmountNext(amount) {
        rewrites.push((fields) => ({ ...fields, amount: new ExactNumber(amount.toString()) }));
      },
      finish(id, status) {
        notify(courier, book.finish(id, status), webhookSecret);
      },
    },
  };
}
