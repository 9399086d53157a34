export interface Problem {
  readonly path: readonly string[];
  readonly text: string;
}

/** Where in the request a rule looks, and where it leaves its complaint. */
export interface Place {
  readonly path: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  report(text: string): void;
  reportUnknown(field: string): void;
  inside(field: string): Place;
}

export type Rule = (value: unknown, place: Place) => void;

export interface Findings {
  readonly problems: Problem[];
  readonly unknownFields: string[];
}

export function placeAt(path: readonly string[], now: number, findings: Findings): Place {
  return {
    path,
    now,
    report: (text) => void findings.problems.push({ path, text }),
    reportUnknown: (field) => void findings.unknownFields.push([...path, field].join('.')),
    inside: (field) => placeAt([...path, field], now, findings),
  };
}
