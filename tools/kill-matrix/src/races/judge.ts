/** Nothing is wrong when the bank did one of these and nothing else. */
export function exactly(bank: readonly string[], ...expected: readonly (readonly string[])[]): readonly string[] {
  return expected.some((effects) => effects.join() === bank.join()) ? [] : [`the bank did: ${bank.join(', ')}`];
}
