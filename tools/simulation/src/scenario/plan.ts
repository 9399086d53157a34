import type { CurrencyCode } from '@ducat/core';
import type { Random } from '@ducat/simulator';
import { between, byWeight, happens, oneOf } from '../chance/choose.ts';
import type { Dice } from '../chance/dice.ts';
import type { Cell, ProviderId } from '../faults/steps.ts';

import type { CardKind } from './cards.ts';

type Flow = 'charge' | 'refunds' | 'captures' | 'void' | 'token' | 'payout' | 'race' | 'greed';

/** What one shopper, one merchant and one bank mean to do. */
export interface Plan {
  readonly number: number;
  /** Begins every key of this case. */
  readonly key: string;
  readonly startsAfter: number;
  readonly flow: Flow;
  readonly currency: CurrencyCode;
  /** Minor units. */
  readonly amount: number;
  readonly card: CardKind;
  /** Who is to be tried first, where the case was led somewhere. */
  readonly first?: ProviderId;
  /** How the bank decides what it took its time for. */
  readonly verdict: 'approved' | 'declined';
  readonly bankTakes: number;
  /** The merchant takes the answer of the ACS itself. */
  readonly hasTermUrl: boolean;
  readonly wish?: Cell;
}

const flows: Readonly<Record<Flow, number>> = {
  charge: 28,
  refunds: 20,
  captures: 16,
  void: 10,
  token: 10,
  payout: 8,
  race: 5,
  greed: 3,
};

const currencies: readonly CurrencyCode[] = ['EUR', 'USD', 'JPY', 'KWD'];
const hours = 60 * 60 * 1000;

/** The plan of a case; with a wish it leads to the wish's step at the wish's provider. */
export function planOf(dice: Dice, number: number, busyFor: number, wish: Cell | undefined): Plan {
  const key = `p${number}`;
  const random = dice.stream(`plan/${key}`);
  const drawn = byWeight(random, flows);
  const startsAfter = random.integer(busyFor);
  const common = {
    number,
    key,
    startsAfter,
    currency: oneOf(random, currencies),
    amount: between(random, 1000, 90_000),
    verdict: happens(random, 80) ? 'approved' : 'declined',
    bankTakes: between(random, 5000, happens(random, 30) ? 5 * hours : hours / 3),
    hasTermUrl: random.integer(2) === 0,
  } as const;
  const card = cardOf(random);
  if (wish === undefined) return { ...common, flow: drawn, card };
  const first = wish.place === 'any' ? {} : { first: wish.place };
  return { ...common, ...first, ...leadingTo(random, wish, { flow: drawn, card }), wish };
}

function cardOf(random: Random): CardKind {
  return byWeight<CardKind>(random, {
    approved: 42,
    declined: 13,
    pending: 30,
    challenged: 8,
    challenged_first_version: 5,
    declined_after_challenge: 2,
  });
}

type Way = Pick<Plan, 'flow' | 'card'>;

/** A flow that comes to the step. */
function leadingTo(random: Random, { step, fault, place }: Cell, drawn: Way): Way & { readonly hasTermUrl?: boolean } {
  const card = cardFor(fault);
  switch (step) {
    case 'capture':
      return { flow: 'captures', card: 'approved' };
    case 'void':
      return { flow: 'void', card: 'approved' };
    case 'refund':
      return { flow: 'refunds', card: 'approved' };
    case 'payout':
      return { flow: 'payout', card };
    case 'authorization':
      return { flow: random.integer(2) === 0 ? 'void' : 'captures', card };
    case 'tokenization':
      return { flow: 'token', card };
    case 'payment':
    case 'sale':
    case 'invoice':
      return { flow: 'charge', card };
    case 'challenge':
      return { flow: 'charge', card: oneOf(random, ['challenged', 'challenged_first_version'] as const) };
    case 'lookup':
      return { flow: 'charge', card: place === 'paycross' && fault === 'several' ? 'approved' : 'pending' };
    case 'append':
    case 'read':
    case 'find':
    case 'lease':
    case 'outbox':
    case 'webhook':
      return drawn;
  }
}

function cardFor(fault: string): CardKind {
  if (fault === 'decline') return 'declined';
  if (fault === 'asynchronous') return 'pending';
  return fault === 'abandoned' ? 'challenged' : 'approved';
}
