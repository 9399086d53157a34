import type { BindInWhenOnFluentSyntax, BindToFluentSyntax, BindWhenOnFluentSyntax } from 'inversify';
import type { MapToResolvedValueInjectOptions } from 'inversify';

/** Makes a value of what the container has under the tokens that are named beside it. */
export type Make<Value, Taken extends unknown[]> = (...taken: Taken) => Value | Promise<Value>;

/** The tokens of what a factory takes, in the order of its parameters, as `toResolvedValue` of inversify takes them. */
export type Tokens<Taken extends unknown[]> = MapToResolvedValueInjectOptions<Taken>;

/** A value as it is, or how it is made when it is needed for the first time. */
export type Given<Value, Taken extends unknown[]> =
  | { readonly value: Value }
  | { readonly make: Make<Value, Taken>; readonly tokens: Tokens<Taken> };

/** Tells a value from a factory. Nothing that is bound with it is a function itself. */
export function given<Value extends object, Taken extends unknown[]>(
  valueOrMake: Value | Make<Value, Taken>,
  tokens: Tokens<Taken> | undefined,
): Given<Value, Taken> {
  if (typeof valueOrMake !== 'function') return { value: valueOrMake };
  return { make: valueOrMake as Make<Value, Taken>, tokens: tokens ?? ([] as unknown as Tokens<Taken>) };
}

/**
 * Binds it once for the whole container. Whoever asks for it by a name does not get it: a mistyped name of a tenant must
 * not lead to what belongs to another.
 */
export function bindGiven<Value, Taken extends unknown[]>(
  binding: BindToFluentSyntax<Value>,
  value: Given<Value, Taken>,
): ReturnType<BindWhenOnFluentSyntax<Value>['whenDefault']> {
  if ('value' in value) return binding.toConstantValue(value.value).whenDefault();
  const made: BindInWhenOnFluentSyntax<Value> = binding.toResolvedValue(value.make, value.tokens);
  return made.inSingletonScope().whenDefault();
}
