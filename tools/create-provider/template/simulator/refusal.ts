import type { SimulatedResponse } from '@ducat/simulator';
import { json } from '@ducat/simulator';

/** Template "Errors": thrown by whatever refuses a request. */
export class Refusal extends Error {
  readonly response: SimulatedResponse;

  constructor(status: number, code: string, message: string, field?: string) {
    super(message);
    this.response = json(status, { error: { code, message, field } });
  }
}

export function invalidField(field: string, message: string): Refusal {
  return new Refusal(422, 'invalid_field', message, field);
}
