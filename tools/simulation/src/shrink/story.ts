import type { Told } from '../trace/trace.ts';

/** A story as numbered sentences, with the time since the one before where it is long. */
export function tell(story: readonly Told[], owners: ReadonlySet<string>): readonly string[] {
  let number = 0;
  let before: number | undefined;
  return story
    .filter(({ payment }) => owners.has(payment))
    .map(({ at, text, isFault }) => {
      number += 1;
      const passed = before === undefined ? '' : gap(at - before);
      before = at;
      return `${String(number).padStart(4)}. ${passed}${isFault ? '** ' : ''}${text}`;
    });
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

function gap(milliseconds: number): string {
  if (milliseconds < 10 * second) return '';
  if (milliseconds < 2 * minute) return `(${Math.round(milliseconds / second)} s later) `;
  if (milliseconds < 2 * hour) return `(${Math.round(milliseconds / minute)} min later) `;
  return `(${Math.round(milliseconds / hour)} h later) `;
}
