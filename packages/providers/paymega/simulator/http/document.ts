import { parseExactJson, text } from '@ducat/simulator';

import { ObjectReader, isRecord } from '../validation/object-reader.ts';
import { Violations } from '../validation/violations.ts';
import { refusal } from './refusal.ts';
import type { RoutedRequest } from './router.ts';

const mediaTypes = ['application/json', 'application/vnd.api+json'];

export interface RequestDocument {
  readonly attributes: ObjectReader;
  readonly violations: Violations;
  readonly id: string | undefined;
}

/** Opens the `{data: {type, attributes}}` envelope; what stands in `data` beside them is ignored. */
export function openDocument(request: RoutedRequest, types: readonly string[]): RequestDocument {
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!mediaTypes.includes(mediaType)) {
    throw refusal(415, 'unsupported_media_type', `Content type "${mediaType}" is not JSON.`);
  }
  let body: unknown;
  try {
    body = parseExactJson(text(request.body));
  } catch {
    throw refusal(400, 'malformed_json', 'The request body is not JSON.');
  }
  const violations = new Violations();
  const data = isRecord(body) ? body['data'] : undefined;
  if (!isRecord(data)) throw refusal(400, 'malformed_document', 'A data object is required.', { pointer: '/data' });
  if (typeof data['type'] !== 'string' || !types.includes(data['type'])) {
    violations.add('/data/type', 'invalid_choice', 'The value you selected is not a valid choice.');
  }
  const attributes = data['attributes'];
  if (!isRecord(attributes)) violations.add('/data/attributes', 'required', 'This value should not be blank.');
  return {
    attributes: new ObjectReader(isRecord(attributes) ? attributes : {}, '/data/attributes', violations),
    violations,
    id: typeof data['id'] === 'string' ? data['id'] : undefined,
  };
}
