import type { ProviderId } from '../town/town.ts';

/** What a card does. */
export type CardKind = 'approved' | 'challenged' | 'pending' | 'declined_by_first';

/*
 * Cards of Paymega's simulator, which PayCross's issuer is told of. They stand here once more because a merchant's
 * process, which is started for every kill, would need a third longer with the simulators in it.
 */
const approved = '5519283812030000';
const challenged = '4000020000000000';
const pending = '4000030000000009';
const declinedAtPaymega = '4302912837020000';
/** Paymega's simulator approves what it does not know. */
const declinedAtPayCross = '5105105105105100';

const numbers: Readonly<Record<Exclude<CardKind, 'declined_by_first'>, string>> = { approved, challenged, pending };

/** The number of such a card where this provider is tried first. */
export function numberOf(kind: CardKind, first: ProviderId): string {
  if (kind !== 'declined_by_first') return numbers[kind];
  return first === 'paymega' ? declinedAtPaymega : declinedAtPayCross;
}

/** Four digits: three are found by chance in an amount or a time. */
export const securityCode = '9074';

/** A card as PayCross's issuer knows it. */
interface IssuedCard {
  readonly number: string;
  readonly code?: string;
  readonly authentication?: { readonly version: 2; readonly flow: 'challenge'; readonly result: 'Y' };
}

export const issuedCards: readonly IssuedCard[] = [
  { number: approved },
  { number: declinedAtPaymega },
  { number: declinedAtPayCross, code: 'F.0105' },
  { number: challenged, authentication: { version: 2, flow: 'challenge', result: 'Y' } },
  { number: pending, code: 'P.0001' },
];

/** All numbers that are used, none of which may stand in a file. */
export const allNumbers: readonly string[] = issuedCards.map(({ number }) => number);
