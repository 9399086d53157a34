/** What a heap holds; it is in one heap at a time. */
export interface HeapItem {
  /** Where it is in its heap, whose alone it is to say; anything before it was in one. */
  place: number;
}

/** A binary heap in which every item knows its place, so that one in the middle is moved or removed as quickly. */
export class Heap<Item extends HeapItem> {
  readonly #isBefore: (left: Item, right: Item) => boolean;
  readonly #items: Item[] = [];

  /** `isBefore` must be a strict order; who changes what it reads calls `place` afterwards. */
  constructor(isBefore: (left: Item, right: Item) => boolean) {
    this.#isBefore = isBefore;
  }

  first(): Item | undefined {
    return this.#items[0];
  }

  /** Adds the item, or moves it to where it now belongs. */
  place(item: Item): void {
    const place = this.#has(item) ? item.place : this.#items.push(item) - 1;
    this.#sink(item, this.#rise(item, place));
  }

  remove(item: Item): void {
    if (!this.#has(item)) return;
    const last = this.#items.pop();
    if (last !== undefined && last !== item) this.#sink(last, this.#rise(last, item.place));
  }

  #has(item: Item): boolean {
    return this.#items[item.place] === item;
  }

  #rise(item: Item, from: number): number {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = this.#items[above];
      if (parent === undefined || !this.#isBefore(item, parent)) break;
      this.#put(parent, place);
      place = above;
    }
    this.#put(item, place);
    return place;
  }

  #sink(item: Item, from: number): void {
    let place = from;
    for (;;) {
      let below = 2 * place + 1;
      const left = this.#items[below];
      const right = this.#items[below + 1];
      if (left === undefined) break;
      let child = left;
      if (right !== undefined && this.#isBefore(right, left)) {
        child = right;
        below += 1;
      }
      if (!this.#isBefore(child, item)) break;
      this.#put(child, place);
      place = below;
    }
    this.#put(item, place);
  }

  #put(item: Item, place: number): void {
    this.#items[place] = item;
    item.place = place;
  }
}
