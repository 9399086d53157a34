import type { Issue } from '@ducat/core';
import { DucatError } from '@ducat/core';
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
  return error.issues.flatMap((issue) => {
    const place = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    if (issue.code !== 'unrecognized_keys') return [{ place, message: issue.message }];
    const message = 'is not a known field; check its spelling';
    return issue.keys.map((key) => ({ place: [...place, key], message }));
  });
}

/** A line of a log, and not a page of it. */
const mostTold = 20;

/** @throws DucatError `invalid_options` that lists every wrong field. */
export function refuse(found: readonly RoutesIssue[]): never {
  const issues: Issue[] = found.map(({ place, message }) => ({ path: ['routes', ...place].join('.'), message }));
  const told = issues.slice(0, mostTold).map(({ path, message }) => `${path}: ${message}`);
  const message = [...told, ...(issues.length > mostTold ? ['and more'] : [])].join('; ');
  throw new DucatError({ code: 'invalid_options', message, effect: 'none', issues });
}
