import type { Json } from '../input/json.ts';
import { isList, isObject, mark } from '../input/json.ts';

const mostTries = 400;
/** Shrinking what is slow is slow itself. */
const longestMilliseconds = 4000;

/** A smaller input that still fails, found by taking away one thing after the other. */
export async function shrink(input: Json, stillFails: (smaller: Json) => Promise<boolean>): Promise<Json> {
  let best = input;
  let tries = 0;
  const end = performance.now() + longestMilliseconds;
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const candidate of smallerOf(best)) {
      if (tries >= mostTries || performance.now() > end) break;
      tries += 1;
      if (!(await stillFails(candidate))) continue;
      best = candidate;
      isSmaller = true;
      break;
    }
  }
  return best;
}

function* smallerOf(value: Json): Generator<Json> {
  if (isList(value)) {
    for (let index = 0; index < value.length; index += 1) yield value.filter((_, other) => other !== index);
    for (const [index, item] of value.entries()) {
      for (const smaller of smallerOf(item)) yield value.map((old, other) => (other === index ? smaller : old));
    }
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      if (key === mark) continue;
      const { [key]: _gone, ...rest } = value;
      yield rest;
    }
    for (const [key, item] of Object.entries(value)) {
      if (key !== mark) for (const smaller of smallerOf(item)) yield { ...value, [key]: smaller };
    }
  } else if (typeof value === 'string' && value.length > 1) {
    yield value.slice(0, Math.floor(value.length / 2));
    yield value.slice(Math.floor(value.length / 2));
  } else if (typeof value === 'number' && value > 1000) {
    yield Math.floor(value / 2);
  }
}
