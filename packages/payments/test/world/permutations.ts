/** Every order of the values. */
export function* permutations<Value>(values: readonly Value[]): Generator<readonly Value[]> {
  if (values.length < 2) yield values;
  for (const [index, value] of values.entries()) {
    const others = values.filter((_other, place) => place !== index);
    for (const rest of permutations(others)) yield [value, ...rest];
  }
}
