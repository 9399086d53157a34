import { decodeJson } from '@ducat/adapter-kit';
import type { CardData, CurrencyCode } from '@ducat/core';
import { Card, CardToken, Money, formatDecimal, parseDecimal } from '@ducat/core';
import { damaged, drawDamage } from '../input/damage.ts';
import type { Json } from '../input/json.ts';
import { listIn, marked, numberIn, objectIn, textIn } from '../input/json.ts';
import { createMutator } from '../input/mutate.ts';
import { foreignValues, revive } from '../input/revive.ts';
import { writeJson } from '../input/write.ts';
import type { Target } from '../target.ts';

/** Card data as a shopper typed it or as a body brought it. */
export const cardTarget: Target = {
  name: 'core.card',
  seeds: [
    { number: '4111111111111111', expiryMonth: 10, expiryYear: 2035, holder: 'Jane Roe', securityCode: '123' },
    { number: '3782 822463 10005', expiryMonth: 1, expiryYear: 2026 },
    { number: '6304000000000000000', expiryMonth: 12, expiryYear: 2099, holder: 'Олена Ґ', securityCode: '1234' },
  ],
  vary: (input, random) => createMutator(random, foreignValues).change(input),
  prepare(input) {
    const data = revive(input) as CardData;
    return () => new Card(data);
  },
  judge(result) {
    if ('threw' in result) return undefined;
    const shown = `${String(result.returned)} ${JSON.stringify(result.returned)}`;
    return /\d{7}/.test(shown.replaceAll(/[*\s]+/g, ' ')) ? 'more than six digits are shown' : undefined;
  },
};

/** Amounts as text, in any currency. */
export const moneyTarget: Target = {
  name: 'core.money',
  seeds: ['USD', 'JPY', 'KWD', 'EUR'].flatMap((currency) =>
    ['10.50', '-3', '0', '999999999999.999'].map((amount) => ({ amount, currency })),
  ),
  vary: (input, random) => createMutator(random, random.integer(4) === 0 ? foreignValues : []).change(input),
  prepare(input) {
    const { amount = null, currency = null } = objectIn(input);
    const given = [revive(amount), revive(currency)] as [string, CurrencyCode];
    return () => Money.parse(...given);
  },
  judge(result, input) {
    if ('threw' in result) return undefined;
    const money = result.returned as Money;
    const amount = String(revive(objectIn(input)['amount'] ?? null));
    if (!Money.parse(money.toDecimal(), money.currency).equals(money))
      return 'an amount that is another one when read again';
    return plain(money.toDecimal()) === plain(amount)
      ? undefined
      : `${amount.slice(0, 60)} became ${money.toDecimal()}`;
  },
};

/** Decimals with any number of digits after the point. */
export const decimalTarget: Target = {
  name: 'core.decimal',
  seeds: [0, 2, 3, 4].flatMap((exponent) =>
    ['10.50', '-0.001', '9999999999999999999999999.999', '1.500000'].map((text) => ({ text, exponent })),
  ),
  vary(input, random) {
    const { text = null, exponent = 0 } = objectIn(input);
    if (random.integer(5) === 0) return { text, exponent: random.integer(25) };
    const changed = createMutator(random).change(text);
    return { text: typeof changed === 'string' ? changed : JSON.stringify(changed), exponent };
  },
  prepare(input) {
    const { text, exponent } = objectIn(input);
    return () => parseDecimal(textIn(text), numberIn(exponent));
  },
  judge(result, input) {
    if ('threw' in result || result.returned === undefined) return undefined;
    const { text, exponent } = objectIn(input);
    const written = formatDecimal(result.returned as bigint, numberIn(exponent));
    return plain(written) === plain(textIn(text)) ? undefined : `${textIn(text)} became ${written}`;
  },
};

/** Without zeros that mean nothing. */
function plain(decimal: string): string {
  // No pattern: /0+$/ takes the square of a million zeros.
  let end = decimal.length;
  if (decimal.includes('.')) while (decimal[end - 1] === '0') end -= 1;
  const short = decimal.slice(0, decimal[end - 1] === '.' ? end - 1 : end);
  return short === '-0' ? '0' : short;
}

/** Tokens as a merchant's vault gives them back. */
export const storageTarget: Target = {
  name: 'core.token-storage',
  seeds: [
    marked('storage', { data: { provider: 'paymega', value: 'token-1', customerReference: 'customer-1' } }),
    marked('storage', { data: { provider: 'paycross', value: 'token-1' } }),
    revive(marked('storage', { data: { provider: 'paycross', value: 'токен' } })) as string,
  ],
  vary: (input, random) => createMutator(random, random.integer(4) === 0 ? foreignValues : []).change(input),
  prepare(input) {
    const stored = revive(input) as string;
    return () => CardToken.fromStorage(stored);
  },
  judge(result, input) {
    if ('threw' in result) return undefined;
    const token = result.returned as CardToken;
    return token.toStorage() === revive(input) ? undefined : 'another text passes for the same token';
  },
};

/** Bytes that are said to be JSON. */
export const jsonTarget: Target = {
  name: 'adapter-kit.json',
  seeds: [
    {
      body: {
        id: 'a',
        amount: 10.01,
        list: [1, 'two', null, true],
        nested: { deep: { deeper: [{}] } },
        text: 'é 😀 "\\',
      },
    },
    { body: [] },
  ],
  vary(input, random) {
    const { body = null, damage } = objectIn(input);
    if (random.integer(4) === 0) return { body, damage: [...listIn(damage), drawDamage(random)] };
    return { ...objectIn(input), body: createMutator(random).change(body) };
  },
  prepare(input) {
    const { body = null, damage } = objectIn(input);
    const bytes = damaged(writeJson(body), damage);
    return () => decodeJson(bytes);
  },
  judge(result, input) {
    if ('threw' in result) return 'reading bytes throws';
    if (result.returned === undefined || 'damage' in objectIn(input)) return undefined;
    return hasTwice(objectIn(input)['body'] ?? null) ? 'an object that says something twice was read' : undefined;
  },
};

function hasTwice(value: Json): boolean {
  if (typeof value !== 'object' || value === null || '<<' in value) return false;
  const keys = Object.keys(value);
  const isTwice = keys.some((key) => key.endsWith('<<2') && keys.includes(key.slice(0, -3)));
  return isTwice || Object.values(value).some((item: Json) => hasTwice(item));
}
