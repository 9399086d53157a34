const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
/** Time zones change their offset at no other moments than full quarters of an hour. */
const quarter = 15 * minute;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** The quarter of an hour that the offset was found for: asking `Intl` costs more than the rest of a plan. */
  quarter: number;
  offset: number;
}

const zones = new Map<string, Zone>();

/** What the clocks show in a time zone. */
export function localTimeIn(name: string, at: number): { readonly dayOfWeek: number; readonly minutes: number } {
  const zone = zones.get(name) ?? addZone(name);
  const now = Math.floor(at / quarter);
  if (zone.quarter !== now) {
    zone.quarter = now;
    zone.offset = offsetAt(zone.format, now * quarter);
  }
  const local = at + zone.offset;
  const date = Math.floor(local / day);
  // The first day of the epoch was a Thursday.
  return { dayOfWeek: (((date + 4) % 7) + 7) % 7, minutes: Math.floor((local - date * day) / minute) };
}

function addZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const zone: Zone = { format, quarter: Number.NaN, offset: 0 };
  zones.set(name, zone);
  return zone;
}

function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 0, day: date = 0, hour = 0, minute: minutes = 0, second: seconds = 0 } = parts;
  return Date.UTC(year, month - 1, date, hour, minutes, seconds) - at;
}
