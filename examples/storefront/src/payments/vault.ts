import type { CardToken } from '@ducat/core';
import type { TokenVault } from '@ducat/payments';

/** Tokens of stored cards, by the payment that stored them. */
export interface ShopVault extends TokenVault {
  tokenOf(payment: string): CardToken | undefined;
}

/** In memory: a shop keeps them beside its customers, encrypted, as the text of `token.toStorage()`. */
export function openVault(): ShopVault {
  const tokens = new Map<string, CardToken>();
  return {
    async save(token, { payment }) {
      tokens.set(payment, token);
    },
    tokenOf: (payment) => tokens.get(payment),
  };
}
