import type { Check } from './evidence.ts';

/** Invariant 9. */
export const noCardData: Check = ({ stored }, violations) => {
  for (const { payment, text } of stored.leaks()) {
    violations.add(9, payment, `a secret stands in what was stored: ${text}`);
  }
};
