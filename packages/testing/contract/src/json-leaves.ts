/** Where a value stands in a JSON document. */
export type Path = readonly (string | number)[];

/** A value that holds no others, and its place. */
export interface Leaf {
  readonly path: Path;
  readonly value: unknown;
}

/** Every leaf of a JSON document. */
export function leavesOf(value: unknown, path: Path = []): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([name, item]) => leavesOf(item, [...path, name]));
}

/** The document with another value at each of these places. */
export function withLeaves(document: unknown, paths: readonly Path[], value: unknown): unknown {
  const copy = structuredClone(document);
  for (const path of paths) {
    let place = copy as Record<string | number, unknown>;
    for (const name of path.slice(0, -1)) place = place[name] as Record<string | number, unknown>;
    const last = path.at(-1);
    if (last !== undefined) place[last] = value;
  }
  return copy;
}
