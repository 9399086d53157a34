import type { Check } from './evidence.ts';

/** Invariant 7: what merchants and subscribers were told for good is what the journal has, and every end was told. */
export const toldAndKept: Check = ({ cases, told, toldByEvents, events }, violations) => {
  for (const { owner, payments } of cases) {
    for (const { operations } of payments) {
      for (const { key, settled, begun } of operations) {
        const [last] = settled;
        for (const said of [told.finals.get(key), toldByEvents.finals.get(key)]) {
          if (said === undefined || said.status === last?.result) continue;
          violations.add(
            7,
            owner,
            `${key} was ${said.status} by ${said.by}; the journal has ${last?.result ?? 'no end'}`,
          );
        }
        if (last !== undefined && !events.endings.has(key)) {
          violations.add(
            7,
            owner,
            `the ${begun.kind ?? ''} ${key} was settled (${last.result ?? ''}) and no event told it`,
          );
        }
      }
    }
  }
};
