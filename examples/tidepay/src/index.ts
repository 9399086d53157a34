export type { TidepayOptions } from './options.ts';
export type { Tidepay } from './provider.ts';
export { createTidepay } from './provider.ts';
