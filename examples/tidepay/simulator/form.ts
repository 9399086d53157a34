import { badField } from './problem.ts';

/** A form field that has to be there and look so. */
export function required(form: URLSearchParams, name: string, pattern: RegExp): string {
  const value = form.get(name) ?? '';
  if (!pattern.test(value)) throw badField(name, `must match ${pattern.source}`);
  return value;
}

export function requiredAmount(form: URLSearchParams): bigint {
  return BigInt(required(form, 'amount', /^[1-9]\d{0,17}$/));
}
