const ofProviders = ['answers', 'webhooks', 'forgeries', 'returns', 'requests', 'options'];

/** The names of all targets, for those who only hand out work: making the targets takes two simulators. */
export const targetNames: readonly string[] = [
  ...['paymega', 'paycross'].flatMap((provider) => ofProviders.map((name) => `${provider}.${name}`)),
  'core.card',
  'core.money',
  'core.decimal',
  'core.token-storage',
  'adapter-kit.json',
];
