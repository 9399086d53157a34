/** The merchant's accounts. Nothing in them is real. */
export const paymegaAccount = {
  accountId: 'coma_kills',
  apiKey: 'api-key-of-the-matrix',
  privateKeys: { live: 'sk_live_of_the_matrix', test: 'sk_test_of_the_matrix' },
} as const;

export const payCrossAccount = { shopId: '361', secretKey: 'secret-key-of-the-matrix' } as const;

/** What opens the merchant's accounts, which may stand in no file either. */
export const accountSecrets: readonly string[] = [
  paymegaAccount.apiKey,
  paymegaAccount.privateKeys.live,
  paymegaAccount.privateKeys.test,
  payCrossAccount.secretKey,
];
