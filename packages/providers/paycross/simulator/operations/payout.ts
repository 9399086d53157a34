import type { Platform } from '../platform.ts';
import { amountOf, flagOf, textOf } from '../requests/json-object.ts';
import { refuse } from '../requests/refusal.ts';
import { acquirerCode, conclude } from '../transactions/lifecycle.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { cardSourceIn, duplicateSource } from './card-source.ts';
import type { CardSource } from './card-source.ts';
import type { Call, Operation } from './operation.ts';

function open(platform: Platform, call: Call, type: 'payout' | 'credit', source: CardSource): Transaction {
  const { request } = call;
  const amount = amountOf(request);
  const key = [type, amount, duplicateSource(source)];
  platform.duplicates.refuseRepeat(request, key);
  platform.duplicates.remember(key);
  const transaction = platform.register.open({
    ...call,
    type,
    amount,
    currency: textOf(request, 'currency') ?? '',
    test: flagOf(request, 'test') ?? false,
    parent: undefined,
    card: source.card,
    token: source.token,
    verification: undefined,
  });
  conclude(platform, transaction, acquirerCode(platform, transaction));
  return transaction;
}

/** PayCross docs, tokenization page: tokens for payouts come from the `credit` contract. */
export const payout: Operation = (platform, call) => {
  const source = cardSourceIn(platform, call.request, 'recipient_credit_card');
  if (source.token !== undefined && !source.contracts.has('credit')) {
    refuse(['recipient_credit_card', 'token'], 'was not issued for payouts');
  }
  return open(platform, call, 'payout', source);
};

/** The older payout; recordings show it with a token of an ordinary payment. */
export const credit: Operation = (platform, call) =>
  open(platform, call, 'credit', cardSourceIn(platform, call.request, 'credit_card'));
