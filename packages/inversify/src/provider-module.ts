import type { Provider } from '@ducat/core';
import { ContainerModule } from 'inversify';
import type { Make, Tokens } from './made.ts';
import { given } from './made.ts';
import { bindResource } from './resource.ts';
import { PROVIDER } from './tokens.ts';

/**
 * Binds one more `PROVIDER`. Load one for each, in the order of preference.
 *
 * The container closes it, by way of the engine when there is one: a provider that nobody asked for is never made.
 *
 * @example
 * container.load(
 *   providerModule((settings) => createPaymega(settings.paymega), [SETTINGS]),
 *   providerModule((settings) => createPayCross(settings.paycross), [SETTINGS]),
 * );
 */
export function providerModule(provider: Provider): ContainerModule;
export function providerModule(make: () => Provider | Promise<Provider>): ContainerModule;
export function providerModule<Taken extends unknown[]>(
  make: Make<Provider, Taken>,
  tokens: Tokens<Taken>,
): ContainerModule;
export function providerModule<Taken extends unknown[]>(
  provider: Provider | Make<Provider, Taken>,
  tokens?: Tokens<Taken>,
): ContainerModule {
  return new ContainerModule((binder) => bindResource(binder, PROVIDER, given(provider, tokens)));
}
