import type { Random } from '@ducat/simulator';
import type { Json, JsonObject } from './json.ts';
import { again, isList, isObject, mark, marked } from './json.ts';
import { providerWords } from './provider-words.ts';
import { almostJson, keys, numbers, strings } from './words.ts';

/** Draws strange values, and changes one place of a value at a time; what is around that place is kept. */
export interface Mutator {
  /** The value with one place changed. */
  readonly change: (value: Json) => Json;
  readonly strange: () => Json;
}

/** What a careless merge writes into the prototype of everything. */
const poison: readonly JsonObject[] = [
  { ['__proto__']: { polluted: true, status: 'successful' } },
  { constructor: { prototype: { polluted: true } } },
];

/** How often a value becomes really large: such inputs cost milliseconds, and one is as good as a hundred. */
const rarely = 2000;

/** @param extra strange values of the target's own, as likely as all others together. */
export function createMutator(random: Random, extra: readonly Json[] = []): Mutator {
  const pick = <T>(list: readonly T[], otherwise: T): T =>
    list.length === 0 ? otherwise : (list[random.integer(list.length)] ?? otherwise);

  const size = (): number => {
    // Most of what is larger than a reader's bounds is refused at once, so some are just within them.
    if (random.integer(rarely) === 0) return pick([200_000, 50_000, 4_900, 1_000, 100], 1);
    return random.integer(20) === 0 ? random.integer(200) : random.integer(10);
  };

  const large = (): Json => {
    const count = size();
    switch (random.integer(5)) {
      case 0:
        return marked('arrays', { count });
      case 1:
        return marked('objects', { count });
      case 2:
        return marked('text', { of: pick(['a', '1', 'é', '1 ', '61', 'a\\u0000'], 'a'), count: count * 4 });
      case 3:
        return marked('list', { of: plain(), count });
      default:
        return marked('keys', { of: plain(), count });
    }
  };

  const plain = (): Json => {
    switch (random.integer(8)) {
      case 0:
        return null;
      case 1:
        return random.integer(2) === 0;
      case 2:
        return pick(numbers, 0);
      case 3:
        return pick([[], {}, [null], [[]], { a: 1 }], null);
      case 4:
      case 5:
        return pick(providerWords, '');
      default:
        return pick(strings, '');
    }
  };

  const strange = (): Json => {
    if (extra.length > 0 && random.integer(2) === 0) return pick(extra, null);
    const kind = random.integer(12);
    return kind === 0 ? large() : kind === 1 ? pick(almostJson, null) : plain();
  };

  const changeText = (text: string): Json => {
    const at = random.integer(text.length + 1);
    switch (random.integer(9)) {
      case 0:
        return text.slice(0, at);
      case 1:
        return text.slice(0, at) + pick(strings, 'x') + text.slice(at);
      case 2:
        return text.toUpperCase() === text ? text.toLowerCase() : text.toUpperCase();
      case 3:
        return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text + text;
      case 4:
        return [text];
      case 5:
        return text.slice(0, at) + text.slice(at + 1);
      default:
        return strange();
    }
  };

  const changeNumber = (value: number): Json => {
    switch (random.integer(7)) {
      case 0:
        return String(value);
      case 1:
        return value + pick([1, -1, 0.001, 0.5, 1e-9], 1);
      case 2:
        return value * pick([10, 100, -1, 0.1, 1e15], 10);
      case 3:
        return pick(numbers, 0);
      default:
        return strange();
    }
  };

  const changeObject = (value: JsonObject): Json => {
    const names = Object.keys(value);
    const name = pick(names, '');
    switch (random.integer(8)) {
      case 7:
        return { ...value, ...pick(poison, {}) };
      case 0: {
        const { [name]: _gone, ...rest } = value;
        return rest;
      }
      case 1: {
        const { [name]: moved = null, ...rest } = value;
        return { ...rest, [pick(keys, '')]: moved };
      }
      case 2:
        return { ...value, [name + again]: random.integer(2) === 0 ? (value[name] ?? null) : strange() };
      case 3:
        return { ...value, [pick(keys, '')]: strange() };
      case 4:
        return { ...value, [name]: value[pick(names, '')] ?? null };
      case 5:
        return [value];
      default:
        return marked('list', { of: value, count: size() });
    }
  };

  const changeList = (value: readonly Json[]): Json => {
    const at = random.integer(value.length);
    const item = value[at] ?? null;
    switch (random.integer(5)) {
      case 0:
        return value.filter((_, index) => index !== at);
      case 1:
        return [...value, item];
      case 2:
        return item;
      case 3:
        return [...value.slice(0, at), strange(), ...value.slice(at)];
      default:
        return marked('list', { of: item, count: size() });
    }
  };

  const change = (value: Json): Json => {
    if (random.integer(40) === 0) return strange();
    if (isList(value)) {
      if (value.length === 0 || random.integer(4) === 0) return value.length === 0 ? [strange()] : changeList(value);
      const at = random.integer(value.length);
      return value.map((item, index) => (index === at ? change(item) : item));
    }
    if (isObject(value)) {
      if (mark in value) return random.integer(2) === 0 ? strange() : inside(value);
      const names = Object.keys(value);
      if (names.length === 0) return { [pick(keys, '')]: strange() };
      return random.integer(5) === 0 ? changeObject(value) : inside(value);
    }
    if (typeof value === 'string') return changeText(value);
    if (typeof value === 'number') return changeNumber(value);
    return typeof value === 'boolean' && random.integer(2) === 0 ? !value : strange();
  };

  const inside = (value: JsonObject): Json => {
    const name = pick(
      Object.keys(value).filter((key) => key !== mark),
      undefined,
    );
    return name === undefined ? strange() : { ...value, [name]: change(value[name] ?? null) };
  };

  return { change, strange };
}
