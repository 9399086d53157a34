import type { TransactionType } from '../transactions/transaction.ts';
import { additionalData } from './additional-data.ts';
import { travel } from './airline.ts';
import { cardOrToken, numberedCard, recipientCard, tokenCard } from './card.ts';
import { amount, currency, futureTime, languageCode, webAddress } from './formats.ts';
import { billingAddress, customer } from './person.ts';
import type { Rule } from './place.ts';
import { anything, flag, object, required, text } from './rules.ts';
import type { Shape } from './rules.ts';

const order: Shape = {
  amount: required(amount),
  currency: required(currency),
  description: required(text(255)),
  tracking_id: text(255),
  duplicate_check: flag,
  dynamic_billing_descriptor: text(),
  language: languageCode,
  notification_url: webAddress,
  verification_url: webAddress,
  test: flag,
  additional_data: additionalData,
};

const cardOrder: Shape = {
  ...order,
  expired_at: futureTime,
  return_url: webAddress,
  three_d_secure: object({ advanced: flag }),
  customer,
  billing_address: billingAddress,
  travel,
};

const child: Shape = {
  parent_uid: required(text()),
  amount: required(amount),
  duplicate_check: flag,
};

const paid: Rule = object({ ...cardOrder, credit_card: required(cardOrToken) });

/** One shape for every `POST /transactions/{type}s`. */
export const requestShapes: Readonly<Record<TransactionType, Rule>> = {
  payment: paid,
  authorization: paid,
  tokenization: object({ ...cardOrder, credit_card: required(numberedCard) }),
  checkup: object({ ...cardOrder, tracking_id: required(text(255)), credit_card: required(cardOrToken) }),
  capture: object(child),
  void: object(child),
  refund: object({ ...child, reason: required(text(255)) }),
  credit: object({ ...order, credit_card: required(tokenCard) }),
  payout: object({
    ...order,
    recipient_credit_card: required(recipientCard),
    recipient: customer,
    // The page does not list what a sender consists of.
    sender: anything,
    recipient_billing_address: billingAddress,
    sender_billing_address: billingAddress,
  }),
};
