import { ExactNumber } from '@ducat/simulator';

import { isJsonObject } from './json-object.ts';
import type { Place, Rule } from './place.ts';

export type Shape = Readonly<Record<string, Rule>>;

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

export function required(rule: Rule): Rule {
  return (value, place) => {
    if (isAbsent(value) || value === '') place.report("can't be blank");
    else rule(value, place);
  };
}

/** Runs only on a value that is there: in this API null and absence mean the same. */
function whenPresent(rule: Rule): Rule {
  return (value, place) => {
    if (!isAbsent(value)) rule(value, place);
  };
}

export function text(maximum: number = Number.POSITIVE_INFINITY): Rule {
  return whenPresent((value, place) => {
    if (typeof value !== 'string') place.report('must be a string');
    else if (Array.from(value).length > maximum) place.report(`is too long (maximum is ${maximum} characters)`);
  });
}

export function matching(test: (value: string, place: Place) => boolean, complaint: string = 'is invalid'): Rule {
  return whenPresent((value, place) => {
    if (typeof value !== 'string') place.report('must be a string');
    else if (!test(value, place)) place.report(complaint);
  });
}

export function pattern(expression: RegExp, complaint: string = 'is invalid'): Rule {
  return matching((value) => expression.test(value), complaint);
}

export function oneOf(...values: readonly string[]): Rule {
  return matching((value) => values.includes(value), 'is not included in the list');
}

export const flag: Rule = whenPresent((value, place) => {
  if (typeof value !== 'boolean') place.report('must be a boolean');
});

export const integer: Rule = whenPresent((value, place) => {
  if (!(value instanceof ExactNumber) || !/^-?\d+$/.test(value.text)) place.report('must be an integer');
});

export const anything: Rule = () => undefined;

export function list(item: Rule): Rule {
  return whenPresent((value, place) => {
    if (!Array.isArray(value)) {
      place.report('must be an array');
      return;
    }
    for (const [index, element] of value.entries()) required(item)(element, place.inside(String(index)));
  });
}

export function object(shape: Shape, ...crossChecks: readonly Rule[]): Rule {
  return whenPresent((value, place) => {
    if (!isJsonObject(value)) {
      place.report('must be an object');
      return;
    }
    for (const [field, rule] of Object.entries(shape)) rule(value[field], place.inside(field));
    for (const field of Object.keys(value)) {
      if (!Object.hasOwn(shape, field)) place.reportUnknown(field);
    }
    for (const check of crossChecks) check(value, place);
  });
}
