import type { OperationResult } from '@ducat/payments';

export interface OrderWords {
  readonly heading: string;
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'waiting';
}

/** What the shopper is told; every status of a payment has its own words. */
export function wordsOf(result: OperationResult): OrderWords {
  switch (result.status) {
    case 'approved':
      return { tone: 'good', heading: 'Paid, thank you', text: 'We are packing it already.' };
    case 'declined':
      return { tone: 'bad', heading: 'The card was declined', text: declined[result.decline.reason] ?? otherwise };
    case 'not_sent':
      return { tone: 'bad', heading: 'We could not charge the card', text: 'Nobody took any money. Try again later.' };
    case 'action_required':
      return {
        tone: 'waiting',
        heading: 'Your bank wants to be asked',
        text: 'Confirm the payment at your bank. Nothing has been taken yet.',
      };
    case 'pending':
      return {
        tone: 'waiting',
        heading: 'Your bank is thinking',
        text: 'This can take a moment. Do not pay again; this page tells when it is decided.',
      };
    case 'unknown':
      return {
        tone: 'waiting',
        heading: 'We are finding out',
        text: 'The answer got lost on its way. Do not pay again: we ask until we know, and you are never charged twice.',
      };
  }
}

const otherwise = 'Your bank did not say why. No money was taken.';

const declined: Readonly<Record<string, string>> = {
  insufficient_funds: 'There is not enough money on it. No money was taken.',
  card_expired: 'It has expired. No money was taken.',
  authentication_failed: 'The payment was not confirmed at the bank. No money was taken.',
  abandoned: 'The payment was not confirmed in time. No money was taken.',
};

export const isWaiting: ReadonlySet<OperationResult['status']> = new Set([
  'action_required',
  'pending',
  'unknown',
] as const);
