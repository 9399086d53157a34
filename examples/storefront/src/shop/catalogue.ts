import { Money } from '@ducat/core';

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly price: Money;
  /** File under `public/pictures`. */
  readonly picture: string;
  /** What the picture shows, for those who do not see it. */
  readonly alternative: string;
  /** Charged again every month, without the shopper. */
  readonly monthly: boolean;
}

function product(
  id: string,
  name: string,
  price: string,
  text: string,
  alternative: string,
  monthly: boolean = false,
): Product {
  return { id, name, text, price: Money.parse(price, 'EUR'), picture: `${id}.svg`, alternative, monthly };
}

export const catalogue: readonly Product[] = [
  product(
    'purse',
    'Drawstring purse',
    '24.00',
    'Vegetable-tanned calf, waxed cord, room for forty ducats.',
    'A brown leather purse, tied with a cord',
  ),
  product(
    'tray',
    'Counting tray',
    '58.00',
    'Walnut and green felt. Coins lie still and add up by themselves.',
    'A wooden tray with nine coins in rows',
  ),
  product(
    'scale',
    'Merchant’s scale',
    '129.00',
    'Brass, with weights. For those who trust, and check.',
    'A brass balance with two pans',
  ),
  product(
    'club',
    'Coin of the month',
    '9.90',
    'A restrike every month until you say stop. Paid by the card you use today.',
    'An envelope with a golden coin as its seal',
    true,
  ),
];

export function productNamed(id: unknown): Product | undefined {
  return catalogue.find((each) => each.id === id);
}

/** `€24.00` */
export function priceText(price: Money): string {
  return `€${price.toDecimal()}`;
}
