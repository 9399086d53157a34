const most = 20_000;

/**
 * Every text that can be reached from a value by its own properties, enumerable or not, with names or symbols; with
 * `getters` also by the accessors of its classes.
 */
export function reachableFrom(value: unknown, by: 'own' | 'getters'): string[] {
  const texts: string[] = [];
  const seen = new Set<object>();
  const open: unknown[] = [value];
  while (open.length > 0 && seen.size < most) {
    const next = open.pop();
    if (typeof next === 'string' || typeof next === 'number' || typeof next === 'bigint') texts.push(String(next));
    if (typeof next === 'symbol') texts.push(next.description ?? '');
    if ((typeof next !== 'object' && typeof next !== 'function') || next === null || seen.has(next)) continue;
    seen.add(next);
    if (ArrayBuffer.isView(next)) {
      const bytes = Buffer.from(next.buffer, next.byteOffset, next.byteLength);
      texts.push(bytes.toString('latin1'));
    } else {
      open.push(...entriesOf(next), ...ownOf(next), ...(by === 'getters' ? inheritedOf(next) : []));
    }
  }
  return texts;
}

function entriesOf(value: object): unknown[] {
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  return value instanceof Set ? [...value] : [];
}

function ownOf(value: object): unknown[] {
  return Reflect.ownKeys(value).flatMap((key) => [key, read(value, key, value)]);
}

function inheritedOf(value: object): unknown[] {
  const found: unknown[] = [];
  let type: unknown = Object.getPrototypeOf(value);
  while (typeof type === 'object' && type !== null && type !== Object.prototype) {
    for (const key of Reflect.ownKeys(type)) {
      if (Object.getOwnPropertyDescriptor(type, key)?.get !== undefined) found.push(read(value, key, value));
    }
    type = Object.getPrototypeOf(type);
  }
  return found;
}

function read(object: object, key: PropertyKey, receiver: object): unknown {
  try {
    return Reflect.get(object, key, receiver);
  } catch {
    return undefined;
  }
}
