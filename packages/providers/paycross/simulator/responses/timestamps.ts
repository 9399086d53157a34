/** One body mixes both forms, as recorded bodies do. */
export const zuluTime = (milliseconds: number): string => new Date(milliseconds).toISOString();

const offsetTime = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, '+00:00');

export const offsetTimeOrNull = (milliseconds: number | undefined): string | null =>
  milliseconds === undefined ? null : offsetTime(milliseconds);
