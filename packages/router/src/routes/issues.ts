import { faultsOf, refusal } from '@ducat/validation';
import type { z } from 'zod';

/** Where in the routes something stands. */
export type Place = readonly (string | number)[];

/** Something that is wrong with the shape of routes. */
export interface RoutesIssue {
  readonly place: Place;
  readonly message: string;
}

/** Every wrong field; an unknown one by its own name. */
export function issuesOf(error: z.ZodError): RoutesIssue[] {
  return error.issues.flatMap(faultsOf).map(({ place, message }) => ({
    place: place.map((part) => (typeof part === 'number' ? part : String(part))),
    message,
  }));
}

/** @throws DucatError `invalid_options` that lists every wrong field. */
export function refuse(found: readonly RoutesIssue[]): never {
  const issues = found.map(({ place, message }) => ({ path: ['routes', ...place].join('.'), message }));
  // Whoever wrote many rules may have one mistake in each.
  throw refusal('invalid_options', issues, issues.length);
}
