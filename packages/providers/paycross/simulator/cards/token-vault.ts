import type { Random } from '@ducat/simulator';

import type { Card } from './card.ts';

interface StoredCard {
  readonly token: string;
  readonly card: Card;
  readonly contracts: ReadonlySet<string>;
}

export interface TokenVault {
  store(card: Card, contracts: readonly string[]): StoredCard;
  find(token: string): StoredCard | undefined;
}

export function createTokenVault(random: Random): TokenVault {
  const stored = new Map<string, StoredCard>();
  return {
    store(card, contracts) {
      const entry: StoredCard = { token: random.uuid(), card, contracts: new Set(contracts) };
      stored.set(entry.token, entry);
      return entry;
    },
    find: (token) => stored.get(token),
  };
}
