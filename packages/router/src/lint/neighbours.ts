import type { CompiledRule } from '../compile/rule.ts';

/** Rules as bits: a set of ten thousand is three hundred numbers. */
type Bits = Uint32Array;

/** Finds, for each rule, the earlier ones that no named value tells apart from it: few, where rules are many. */
export function earlierNeighbours(rules: readonly CompiledRule[]): (position: number) => number[] {
  const words = Math.ceil(rules.length / 32);
  const named = new Map<string, Bits>();
  const naming = new Map<string, Bits>();
  const bitsOf = (map: Map<string, Bits>, key: string): Bits => {
    const found = map.get(key) ?? new Uint32Array(words);
    map.set(key, found);
    return found;
  };
  for (const [position, { criteria }] of rules.entries()) {
    for (const [dimension, values] of criteria.values) {
      add(bitsOf(naming, dimension), position);
      for (const value of values) add(bitsOf(named, keyOf(dimension, value)), position);
    }
  }
  return (position) => {
    const found = new Uint32Array(words).fill(0xffffffff);
    for (const [dimension, values] of rules[position]?.criteria.values ?? []) {
      const silent = naming.get(dimension);
      const same = values.flatMap((value) => named.get(keyOf(dimension, value)) ?? []);
      for (let word = 0; word <= position >>> 5; word += 1) {
        let fits = ~(silent?.[word] ?? 0);
        for (const bits of same) fits |= bits[word] ?? 0;
        found[word] = (found[word] ?? 0) & fits;
      }
    }
    return positionsIn(found, position);
  };
}

function keyOf(dimension: string, value: string): string {
  return `${dimension}\0${value}`;
}

function add(bits: Bits, position: number): void {
  bits[position >>> 5] = (bits[position >>> 5] ?? 0) | (1 << (position & 31));
}

function positionsIn(bits: Bits, below: number): number[] {
  const found: number[] = [];
  for (let word = 0; word <= below >>> 5; word += 1) {
    for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) {
      const position = word * 32 + (31 - Math.clz32(rest & -rest));
      if (position < below) found.push(position);
    }
  }
  return found;
}
