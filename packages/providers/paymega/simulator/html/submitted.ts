import { text } from '@ducat/simulator';

import type { RoutedRequest } from '../http/router.ts';

/** The fields of a browser's request: the query of a GET, the url-encoded body of a POST. */
export function submittedFields(request: RoutedRequest): URLSearchParams {
  return request.method === 'POST' ? new URLSearchParams(text(request.body)) : request.query;
}
