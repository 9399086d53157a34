import type { Remains, StoredEvent } from '../lane/remains.ts';
import type { Check, Violation } from './violation.ts';

/** Invariant 6: what stood in the file at a death stands there for ever, and the file is sound. */
export const onlyGrows: Check = ({ remains }) => {
  const violations: Violation[] = [];
  let before: readonly StoredEvent[] = [];
  for (const [index, { events, damage }] of remains.entries()) {
    const where = index === remains.length - 1 ? 'at the end' : `after death ${index + 1}`;
    for (const line of damage) violations.push({ invariant: 6, what: `${where} SQLite finds: ${line}` });
    const lost = before.findIndex((event, place) => lineOf(event) !== lineOf(events[place]));
    if (lost >= 0) violations.push({ invariant: 6, what: `${where} event ${lost + 1} is not what it was` });
    before = events;
  }
  return violations;
};

function lineOf(event: StoredEvent | undefined): string {
  return event === undefined ? '' : `${event.version} ${event.type} ${event.at} ${event.data}`;
}

/** Invariant 9. */
export const noCardData: Check = ({ remains }) =>
  [...new Set(remains.flatMap(({ leaks }: Remains) => leaks))].map((leak) => ({
    invariant: 9,
    what: `there is ${leak}`,
  }));
