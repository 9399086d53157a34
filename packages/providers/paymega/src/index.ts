export type { PaymegaOptions } from './options.ts';
export type { Paymega } from './provider.ts';
export { createPaymega } from './provider.ts';
export type { PaymegaRequestOptions } from './translate/provider-options.ts';
