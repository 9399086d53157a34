/** The section, or nothing when all its fields are absent: an empty section would be refused. */
export function present(section: object): object | undefined {
  return Object.values(section).some((value) => value !== undefined) ? section : undefined;
}
