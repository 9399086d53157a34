import type { Routes } from '@ducat/router';

/** Who is tried first, as data: it could as well stand in a YAML file. */
export const routes: Routes = {
  version: 1,
  rules: [
    {
      name: 'subscriptions',
      note: 'charged again without the shopper',
      if: { usage: 'recurring' },
      try: ['paymega', 'paycross'],
    },
    { name: 'remembered cards', if: { usage: 'oneclick' }, try: ['paycross', 'paymega'] },
    { name: 'large orders', if: { amount: { currency: 'EUR', from: '100.00' } }, try: ['paymega', 'paycross'] },
    { name: 'everything else', try: ['paycross', 'paymega'] },
  ],
};
