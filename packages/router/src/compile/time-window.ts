import type { DayOfWeek, TimeWindow } from '../routes/conditions.ts';
import { listOf } from '../routes/one-or-more.ts';
import { minutesOf } from '../routes/time.ts';
import { localTimeIn } from './local-time.ts';

const dayNames: readonly DayOfWeek[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A time window as a test of a moment, in milliseconds since the epoch. */
export function compileTimeWindow(window: TimeWindow): (at: number) => boolean {
  const since = window.since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(window.since);
  const until = window.until === undefined ? Number.POSITIVE_INFINITY : Date.parse(window.until);
  const days = listOf<DayOfWeek>(window.days);
  const isDay = dayNames.map((name) => days.length === 0 || days.includes(name));
  const from = minutesOf(window.from ?? '00:00');
  const to = window.to === undefined ? 24 * 60 : minutesOf(window.to);
  const { zone } = window;
  return (at) => {
    if (at < since || at >= until) return false;
    if (zone === undefined) return true;
    const { dayOfWeek, minutes } = localTimeIn(zone, at);
    if (isDay[dayOfWeek] !== true) return false;
    return from <= to ? from <= minutes && minutes < to : from <= minutes || minutes < to;
  };
}
