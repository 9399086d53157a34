import type { ObjectReader } from '../validation/object-reader.ts';

export interface CardgateOptions {
  readonly tokenize: boolean;
  /** The token is charged without the shopper. */
  readonly instant: boolean;
}

const appearance = ['theme', 'theme_options', 'bypass_status_page', 'retry_limit'];

export function readCardgateOptions(attributes: ObjectReader, token: string | undefined): CardgateOptions {
  const gateway = attributes.object('gateway_options');
  gateway?.allowOnly(['cardgate']);
  const cardgate = gateway?.object('cardgate');
  // "recurrent" is not among them: release notes say it has been rejected since 2020-11-03.
  cardgate?.allowOnly(['tokenize', 'instant', 'restrict_saved_cards', ...appearance]);
  cardgate?.flag('restrict_saved_cards');
  const instant = cardgate?.flag('instant') ?? false;
  if (instant && token === undefined) {
    cardgate?.reject('instant', 'token_required', 'Option instant needs a token.');
  }
  return { tokenize: cardgate?.flag('tokenize') ?? false, instant };
}
