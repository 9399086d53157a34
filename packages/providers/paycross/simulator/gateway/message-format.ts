import { parseExactJson } from '@ducat/simulator';
import type { SimulatedRequest } from '@ducat/simulator';

import { isJsonObject } from '../requests/json-object.ts';
import type { JsonObject } from '../requests/json-object.ts';
import { refuse } from '../requests/refusal.ts';

const mediaTypeOf = (value: string | undefined): string => value?.split(';')[0]?.trim().toLowerCase() ?? '';

export const isJson = ({ headers }: SimulatedRequest): boolean =>
  mediaTypeOf(headers['content-type']) === 'application/json';

export const isForm = ({ headers }: SimulatedRequest): boolean =>
  mediaTypeOf(headers['content-type']) === 'application/x-www-form-urlencoded';

/** The platform documents `Accept: application/json` as a required header. */
export function acceptsJson({ headers }: SimulatedRequest): boolean {
  const accepted = headers['accept']?.split(',').map(mediaTypeOf) ?? [];
  return accepted.includes('application/json') || accepted.includes('*/*');
}

export function jsonIn({ body }: SimulatedRequest): JsonObject {
  let parsed: unknown;
  try {
    parsed = parseExactJson(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return refuse(['base'], 'body is not JSON in UTF-8');
  }
  return isJsonObject(parsed) ? parsed : refuse(['base'], 'body must be an object');
}

/** PayCross docs: every body is wrapped in `request`. */
export function wrappedRequestIn(request: SimulatedRequest): JsonObject {
  const wrapped = jsonIn(request)['request'];
  return isJsonObject(wrapped) ? wrapped : refuse(['request'], 'is missing');
}

export function formIn({ body }: SimulatedRequest): URLSearchParams {
  return new URLSearchParams(new TextDecoder().decode(body));
}
