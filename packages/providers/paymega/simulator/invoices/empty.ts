/** The platform writes an empty object as an empty list, as PHP does. */
export function listIfEmpty(
  record: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | readonly never[] {
  return Object.keys(record).length === 0 ? [] : record;
}
