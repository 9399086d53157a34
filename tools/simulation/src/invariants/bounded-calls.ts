import type { Check } from './evidence.ts';

const mostSends = 3;
const mostLookups = 40;

/** Invariant 10. */
export const boundedCalls: Check = ({ cases, calls }, violations) => {
  for (const [reference, times] of calls.sends) {
    if (times > mostSends) violations.add(10, reference.replace(/-.*/, ''), `${reference} was sent ${times} times`);
  }
  for (const { owner, payments } of cases) {
    const attempts = payments.flatMap(({ operations }) => operations).flatMap((operation) => operation.attempts).length;
    const lookups = calls.lookups.get(owner) ?? 0;
    if (lookups > mostLookups * attempts) {
      violations.add(10, owner, `${lookups} lookups for ${attempts} attempts`);
    }
  }
};
