import { Money } from '@ducat/core';
import type { Product } from './catalogue.ts';

export interface Line {
  readonly product: Product;
  readonly count: number;
}

const mostOfOne = 9;

/** What a visitor wants to buy. */
export class Cart {
  readonly #counts = new Map<Product, number>();

  get lines(): readonly Line[] {
    return [...this.#counts].map(([product, count]) => ({ product, count }));
  }

  get count(): number {
    return this.lines.reduce((sum, line) => sum + line.count, 0);
  }

  add(product: Product): void {
    this.set(product, product.monthly ? 1 : (this.#counts.get(product) ?? 0) + 1);
  }

  /** None takes it out. */
  set(product: Product, count: number): void {
    if (count <= 0) this.#counts.delete(product);
    else this.#counts.set(product, product.monthly ? 1 : Math.min(count, mostOfOne));
  }

  clear(): void {
    this.#counts.clear();
  }
}

export function totalOf(lines: readonly Line[]): Money {
  return lines.reduce((sum, { product, count }) => sum.plus(timesPrice(product, count)), Money.of(0n, 'EUR'));
}

export function timesPrice({ price }: Product, count: number): Money {
  return Money.of(price.minorUnits * BigInt(count), price.currency);
}
