import { createHash } from 'node:crypto';

import { brandOf, longBankNumber } from '../cards/brand.ts';
import type { Card } from '../cards/card.ts';
import type { JsonObject } from '../requests/json-object.ts';

const integerOrNull = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));

/** Strings in requests, integers here: PayCross docs, tokenization page, both examples. */
export function cardBody({ number, holder, expMonth, expYear }: Card, token: string | undefined): JsonObject {
  return {
    holder: holder ?? null,
    // Stays the same when the holder or the expiry date change.
    stamp: createHash('sha256').update(`stamp ${number}`).digest('hex'),
    brand: brandOf(number),
    last_4: number.slice(-4),
    first_1: number.slice(0, 1),
    bin: number.slice(0, 6),
    bin_8: longBankNumber(number),
    issuer_country: null,
    issuer_name: null,
    product: null,
    exp_month: integerOrNull(expMonth),
    exp_year: integerOrNull(expYear),
    token_provider: null,
    token: token ?? null,
  };
}
