import type { Check } from './evidence.ts';

/** Invariant 4. */
export const nothingOpen: Check = ({ cases, events }, violations) => {
  for (const { owner, payments } of cases) {
    for (const { operations } of payments) {
      for (const { key, settled, reviews, begun } of operations) {
        if (settled.length === 0 && reviews.length === 0) {
          violations.add(4, owner, `the ${begun.kind ?? ''} ${key} is open and nobody was asked`);
        }
        if (reviews.length > 0 && !events.reviews.has(key)) {
          violations.add(4, owner, `the ${begun.kind ?? ''} ${key} needs review and no event said so`);
        }
      }
    }
  }
};
