import { cardIn } from '../cards/card.ts';
import type { Card } from '../cards/card.ts';
import type { Platform } from '../platform.ts';
import { sectionOf, textOf } from '../requests/json-object.ts';
import type { JsonObject } from '../requests/json-object.ts';
import { refuse } from '../requests/refusal.ts';

/** The card behind a section of the request, typed in or stored. */
export interface CardSource {
  readonly card: Card;
  readonly token: string | undefined;
  readonly contracts: ReadonlySet<string>;
}

export function cardSourceIn(platform: Platform, request: JsonObject, sectionName: string): CardSource {
  const section = sectionOf(request, sectionName);
  if (section === undefined) throw new TypeError(`${sectionName} was not validated`);
  const token = textOf(section, 'token');
  if (token === undefined) {
    if (!platform.options.rawCardNumbers) {
      refuse([sectionName, 'number'], 'is not permitted for this shop', 'raw_card_not_permitted');
    }
    return { card: cardIn(section), token: undefined, contracts: new Set() };
  }
  const stored = platform.tokens.find(token);
  if (stored === undefined) return refuse([sectionName, 'token'], 'does not exist', 'missing_record');
  return stored;
}

/** Half of the key by which duplicate_check compares. */
export const duplicateSource = ({ card, token }: CardSource): string => token ?? card.number;
