import type { JsonObject } from '../requests/json-object.ts';
import { textOf } from '../requests/json-object.ts';

export interface Card {
  readonly number: string;
  readonly holder: string | undefined;
  readonly expMonth: string | undefined;
  readonly expYear: string | undefined;
}

export function cardIn(section: JsonObject): Card {
  const number = textOf(section, 'number');
  if (number === undefined) throw new TypeError('The card was not validated');
  return {
    number,
    holder: textOf(section, 'holder'),
    expMonth: textOf(section, 'exp_month'),
    expYear: textOf(section, 'exp_year'),
  };
}
