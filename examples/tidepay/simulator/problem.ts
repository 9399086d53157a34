import type { SimulatedResponse } from '@ducat/simulator';
import { json } from '@ducat/simulator';

/** API page "Problems": thrown by whatever refuses a request. */
export class Problem extends Error {
  readonly response: SimulatedResponse;

  constructor(status: number, problem: string, says: string, field?: string) {
    super(says);
    this.response = json(status, { problem, says, field: field ?? null });
  }
}

export function badField(field: string, says: string): Problem {
  return new Problem(422, 'bad_field', `${field}: ${says}`, field);
}
