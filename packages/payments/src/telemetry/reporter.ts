import type { Logger } from './logger.ts';
import type { Attributes, HappeningName, Observer } from './observer.ts';

/** Tells the logger and the observer, if there are any, of what happened. Never throws. */
export interface Reporter {
  /** Logs it with all its details, and counts it by the attributes, of which there may be only few different values. */
  readonly report: (name: HappeningName, details: object, attributes?: Attributes) => void;
  /** Counts it, and logs nothing: for what somebody else can make happen any number of times. */
  readonly count: (name: HappeningName, attributes: Attributes) => void;
  readonly log: (name: HappeningName, details: object) => void;
}

const levels: Readonly<Record<HappeningName, readonly [level: keyof Logger, message: string]>> = {
  operation_settled: ['debug', 'an operation is settled'],
  payment_in_review: ['warn', 'a person has to look at a payment: payments.reviews() says what can be done'],
  review_decided: ['info', 'an operator decided about a payment'],
  money_given_back: ['warn', 'money moved once too often and is being given back'],
  webhook_contradicting: ['warn', 'an authentic webhook contradicts the journal: it changed nothing'],
  webhook_unrelated: ['info', 'an authentic webhook is about no payment of this journal'],
  webhook_forged: ['warn', 'a webhook without a valid signature was refused'],
  journal_failed: ['error', 'the journal failed: payments are refused while it does, and found out when it is back'],
  vault_failed: ['error', 'a token could not be kept: it is tried again as long as its payment is open'],
  recovery_failed: ['error', 'recovery failed and will try again'],
  event_not_delivered: ['warn', 'a subscriber did not take an event: it will be delivered again'],
  closed_early: ['warn', 'closing did not wait for everything: recovery finds what is left, in the next process'],
};

export function createReporter(logger: Logger | undefined, observer: Observer | undefined): Reporter {
  const count: Reporter['count'] = (name, attributes) => quietly(() => observer?.happened({ name, attributes }));
  const log: Reporter['log'] = (name, details) => {
    const [level, message] = levels[name];
    quietly(() => logger?.[level]({ event: name, ...details }, message));
  };
  return {
    count,
    log,
    report(name, details, attributes = {}) {
      count(name, attributes);
      log(name, { ...attributes, ...details });
    },
  };
}

/** Who logs or counts must not be able to stop a payment. */
function quietly(tell: () => void): void {
  try {
    tell();
  } catch {
    // There is nobody left to tell.
  }
}
