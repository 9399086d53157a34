export type { PayCrossOptions } from './options.ts';
export type { PayCross } from './provider.ts';
export { createPayCross } from './provider.ts';
export type { Airline, AirlineLeg } from './translate/airline.ts';
export type { CurrencyExponents } from './translate/money.ts';
export type { PayCrossRequestOptions } from './translate/provider-options.ts';
