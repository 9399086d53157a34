import type { Problem } from './place.ts';

/**
 * Why a request did not become a transaction. `missing_record` is what recordings show with HTTP 400:
 * a token or a parent that does not exist.
 */
export type RefusalKind = 'validation' | 'missing_record' | 'raw_card_not_permitted';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: RefusalKind;
  readonly problems: readonly Problem[];

  constructor(kind: RefusalKind, problems: readonly Problem[]) {
    super(problems.map(({ path, text }) => `${path.join('.')} ${text}`).join('; '));
    this.kind = kind;
    this.problems = problems;
  }
}

export function refuse(path: readonly string[], text: string, kind: RefusalKind = 'validation'): never {
  throw new Refusal(kind, [{ path, text }]);
}
