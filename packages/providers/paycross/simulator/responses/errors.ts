import { json } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import type { ShopOptions } from '../options.ts';
import type { JsonObject } from '../requests/json-object.ts';
import type { Problem } from '../requests/place.ts';
import type { Refusal, RefusalKind } from '../requests/refusal.ts';
import type { ApiVersion } from '../transactions/transaction.ts';

interface Tree {
  [field: string]: Tree | string[];
}

/** Nested like the request: `{"credit_card":{"token":["does not exist"]}}`. */
function treeOf(problems: readonly Problem[]): Tree {
  const root: Tree = {};
  for (const { path, text } of problems) {
    let branch = root;
    const last = path.at(-1) ?? 'base';
    for (const field of path.slice(0, -1)) {
      const next = branch[field];
      branch = next === undefined || Array.isArray(next) ? (branch[field] = {}) : next;
    }
    const leaf = branch[last];
    if (Array.isArray(leaf)) leaf.push(text);
    else branch[last] = [text];
  }
  return root;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function sentence({ path, text }: Problem): string {
  const field = path.at(-1);
  if (field === undefined || field === 'base') return `${capitalised(text)}.`;
  return `${capitalised(field.replaceAll('_', ' '))} ${text}.`;
}

const versionThreeCodes: Readonly<Record<RefusalKind, string>> = {
  validation: 'E.1025',
  missing_record: 'E.1025',
  raw_card_not_permitted: 'E.1065',
};

export function refusalAnswer(refusal: Refusal, options: ShopOptions, version: ApiVersion): SimulatedResponse {
  const status = refusal.kind === 'missing_record' ? 400 : options.validationStatus;
  const content = { message: refusal.problems.map(sentence).join(' '), errors: treeOf(refusal.problems) };
  if (version === 3 || options.errorShape === 'version_three') {
    const code = versionThreeCodes[refusal.kind];
    return json(status, { code, friendly_message: 'The request could not be processed.', ...content });
  }
  return json(status, options.errorShape === 'flat' ? content : { response: content });
}

/** Recorded for an unknown uid: no `errors` at all. */
export function notFound(): SimulatedResponse {
  return json(404, { response: { message: 'Record not found' } });
}

/** As the platform's service for other payment methods words it; no page shows the card gateway's. */
export function unauthorized(): SimulatedResponse {
  return json(401, { message: 'Invalid shop_id/secret_key.', errors: { system: ['System error.'] } });
}

export function simpleError(status: number, message: string): SimulatedResponse {
  return json(status, { response: { message } satisfies JsonObject });
}
