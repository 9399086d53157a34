/** Where a value stands in a JSON document: the keys on the way to it. */
export type Place = readonly string[];

/** The places whose value the question is true of. */
export function placesOf(json: unknown, isWanted: (value: unknown, key: string) => boolean): readonly Place[] {
  const found: Place[] = [];
  const visit = (value: unknown, place: Place): void => {
    if (isWanted(value, place.at(-1) ?? '')) found.push(place);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) visit(inner, [...place, key]);
  };
  visit(json, []);
  return found;
}

/** The document with another value at each of the places that it has. */
export function withAt(json: unknown, places: readonly Place[], value: unknown): unknown {
  return places.reduce((changed, place) => put(changed, place, value), json);
}

function put(json: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(json)) return json.map((item, index) => (String(index) === key ? put(item, rest, value) : item));
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, key)) return json;
  return { ...json, [key]: put((json as Record<string, unknown>)[key], rest, value) };
}
