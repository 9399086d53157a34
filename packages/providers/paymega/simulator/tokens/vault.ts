import type { Random } from '@ducat/simulator';

import type { Card } from '../cards/card.ts';

interface StoredCard {
  readonly card: Card;
  readonly customerReference: string;
  readonly testMode: boolean;
}

export interface TokenVault {
  issue(stored: StoredCard): string;
  find(token: string): StoredCard | undefined;
}

export function createTokenVault(random: Random): TokenVault {
  const stored = new Map<string, StoredCard>();
  return {
    issue(card) {
      const token = random.identifier(32);
      stored.set(token, card);
      return token;
    },
    find: (token) => stored.get(token),
  };
}
