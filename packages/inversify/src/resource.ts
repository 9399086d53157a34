import type { ServiceIdentifier } from 'inversify';
import type { Given } from './made.ts';
import { bindGiven } from './made.ts';
import type { Resource } from './ownership.ts';
import { closeResource } from './ownership.ts';
import type { Binder } from './plans.ts';
import { forgetPlans } from './plans.ts';

/** Values that were handed over. inversify lets go only what was asked for, and these are open already. */
export const HANDED_OVER: ServiceIdentifier<Resource> = Symbol.for('@ducat/inversify HANDED_OVER');

/** Binds what is closed with the container. */
export function bindResource<Value extends Resource, Taken extends unknown[]>(
  binder: Binder,
  token: ServiceIdentifier<Value>,
  given: Given<Value, Taken>,
): void {
  bindGiven(binder.bind(token), given).onDeactivation(closeResource);
  forgetPlans(binder, token);
  if ('value' in given) binder.bind(HANDED_OVER).toConstantValue(given.value);
}
