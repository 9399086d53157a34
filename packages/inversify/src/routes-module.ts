import type { Router, Routes } from '@ducat/router';
import { ContainerModule } from 'inversify';
import type { Make, Tokens } from './made.ts';
import { bindGiven, given } from './made.ts';
import { forgetPlans } from './plans.ts';
import { ROUTES } from './tokens.ts';

/**
 * Binds the `ROUTES`: rules as data, or a router. Optional: without it everyone who can is tried, in the order in which
 * the providers were loaded.
 *
 * @example
 * routesModule({ version: 1, rules: [{ name: 'euros', if: { currency: 'EUR' }, try: ['paycross', 'paymega'] }] });
 */
export function routesModule(routes: Router | Routes): ContainerModule;
export function routesModule(make: () => Router | Routes | Promise<Router | Routes>): ContainerModule;
export function routesModule<Taken extends unknown[]>(
  make: Make<Router | Routes, Taken>,
  tokens: Tokens<Taken>,
): ContainerModule;
export function routesModule<Taken extends unknown[]>(
  routes: Router | Routes | Make<Router | Routes, Taken>,
  tokens?: Tokens<Taken>,
): ContainerModule {
  return new ContainerModule((binder) => {
    bindGiven(binder.bind(ROUTES), given(routes, tokens));
    forgetPlans(binder, ROUTES);
  });
}
