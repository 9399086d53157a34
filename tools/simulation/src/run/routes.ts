import type { Routes } from '@ducat/router';

/** Half of the payments to each provider first, unless a case is led to one of them. */
export const routes: Routes = {
  version: 1,
  rules: [
    { name: 'led to Paymega', if: { metadata: { first: 'paymega' } }, try: ['paymega', 'paycross'] },
    { name: 'led to PayCross', if: { metadata: { first: 'paycross' } }, try: ['paycross', 'paymega'] },
    { name: 'half and half', split: { paymega: 50, paycross: 50 } },
  ],
};
