import type { Binding } from '../question.ts';

const words: Readonly<Record<Binding['kind'], string>> = {
  token: 'the token',
  customer: 'the customer',
  three_d_secure: 'the 3-D Secure result',
};

/** Why the provider cannot take what another one issued; `undefined` when nothing else's is in the request. */
export function issuedElsewhere(provider: string, bindings: readonly Binding[]): string | undefined {
  const other = bindings.find((binding) => binding.provider !== provider);
  if (other === undefined) return undefined;
  return `left out: ${words[other.kind]} was issued by "${other.provider}", and no other provider can use it`;
}

/** Why the provider is chosen: what it issued. */
export function issuedHere(bindings: readonly Binding[]): string {
  const kinds = [...new Set(bindings.map(({ kind }) => words[kind]))];
  return `chosen: ${kinds.join(' and ')} was issued by it`;
}
