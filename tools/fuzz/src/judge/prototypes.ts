/** The prototypes that everything has, and that no input may touch. */
const watched = [
  ['Object', Object.prototype],
  ['Array', Array.prototype],
  ['String', String.prototype],
  ['Function', Function.prototype],
] as const;

// Maps, because a property of a polluted prototype would be found on any object.
const before = watched.map(
  ([, prototype]) =>
    new Map(
      Reflect.ownKeys(prototype).map((key) => [key, Object.getOwnPropertyDescriptor(prototype, key) ?? {}] as const),
    ),
);

/** Whether a property was added. Cheap enough for every input. */
export function isPolluted(): boolean {
  return (
    Reflect.ownKeys(Object.prototype).length !== before[0]?.size ||
    Reflect.ownKeys(Array.prototype).length !== before[1]?.size
  );
}

/** The first property that is not as it was, and puts all of them back, so that the next finding is a new one. */
export function restorePrototypes(): string | undefined {
  const found: string[] = [];
  for (const [index, [name, prototype]] of watched.entries()) {
    const original = before[index];
    for (const key of Reflect.ownKeys(prototype)) {
      if (original?.has(key) === true) continue;
      found.push(`${name}.prototype.${String(key)} was added`);
      Reflect.deleteProperty(prototype, key);
    }
    for (const [key, then] of original ?? []) {
      const now = Object.getOwnPropertyDescriptor(prototype, key);
      if (now?.value === then.value && now?.get === then.get && now?.set === then.set) continue;
      found.push(`${name}.prototype.${String(key)} was changed`);
      Object.defineProperty(prototype, key, then);
    }
  }
  return found[0];
}
