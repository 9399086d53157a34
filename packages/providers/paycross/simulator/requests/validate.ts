import type { TransactionType } from '../transactions/transaction.ts';
import { isJsonObject } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import { placeAt } from './place.ts';
import type { Findings } from './place.ts';
import { Refusal } from './refusal.ts';
import { requestShapes } from './shapes.ts';

export interface Strictness {
  /** Dotted paths this shop's support made compulsory. */
  readonly requiredFields: readonly string[];
  readonly refuseUnknownFields: boolean;
}

function isFilled(request: JsonObject, path: readonly string[]): boolean {
  let value: unknown = request;
  for (const field of path) value = isJsonObject(value) ? value[field] : undefined;
  return value !== undefined && value !== null && value !== '';
}

/** Only transactions that start from a payer carry the sections that support may demand. */
const carriesPayer = (type: TransactionType): boolean =>
  ['payment', 'authorization', 'tokenization', 'checkup'].includes(type);

/** Answers the fields the documentation does not know; throws on anything it forbids. */
export function validate(
  type: TransactionType,
  request: JsonObject,
  now: number,
  strictness: Strictness,
): readonly string[] {
  const findings: Findings = { problems: [], unknownFields: [] };
  requestShapes[type](request, placeAt([], now, findings));
  for (const dotted of carriesPayer(type) ? strictness.requiredFields : []) {
    const path = dotted.split('.');
    if (!isFilled(request, path)) findings.problems.push({ path, text: "can't be blank" });
  }
  for (const dotted of strictness.refuseUnknownFields ? findings.unknownFields : []) {
    findings.problems.push({ path: dotted.split('.'), text: 'is unknown' });
  }
  if (findings.problems.length > 0) throw new Refusal('validation', findings.problems);
  return findings.unknownFields;
}
