import type { RequestHandler, SimulatedRequest, SimulatedResponse } from '@ducat/simulator';

import { ApiRefusal, notFound, refusal } from './refusal.ts';

export interface RoutedRequest extends SimulatedRequest {
  /** The `:name` parts of the route's path. */
  readonly parts: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** Like `/payment-invoices/:id/capture`. */
  readonly path: string;
  readonly handle: (request: RoutedRequest) => SimulatedResponse;
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const expected = pattern.split('/');
  const actual = path.split('/');
  if (expected.length !== actual.length) return undefined;
  const parts: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const given = actual[index] ?? '';
    if (segment.startsWith(':')) parts[segment.slice(1)] = given;
    else if (segment !== given) return undefined;
  }
  return parts;
}

/** Handlers are synchronous, so that no two requests ever interleave. */
export function createRouter(routes: readonly Route[]): RequestHandler {
  return async (request) => {
    const { pathname, searchParams: query } = new URL(request.path, 'http://localhost');
    // Published clients write both /payment-invoices and /payment-invoices/ before a filter.
    const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
    try {
      const found = routes.flatMap((route) => {
        const parts = match(route.path, path);
        return parts === undefined ? [] : [{ route, parts }];
      });
      if (found.length === 0) throw notFound(`No route for ${pathname}`);
      const chosen = found.find(({ route }) => route.method === request.method);
      if (chosen === undefined) throw refusal(405, 'method_not_allowed', `No ${request.method} here`);
      return chosen.route.handle({ ...request, parts: chosen.parts, query });
    } catch (error) {
      if (error instanceof ApiRefusal) return error.toResponse();
      throw error;
    }
  };
}
