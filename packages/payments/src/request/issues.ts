import type { Issue } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { z } from 'zod';
import { masked } from './mask.ts';

/** Whoever has more than that wrong gave something else altogether. */
const mostIssues = 100;
/** A line of a log, and not a page of it. */
const mostTold = 20;

/** Every wrong field by its path; where the value as a whole is wrong, by the name of it. */
export function issuesOf(error: z.ZodError, name: string): Issue[] {
  return error.issues.slice(0, mostIssues).flatMap((issue) => issuesOfOne(issue, name));
}

// Names of fields are the caller's own where it may choose them: a card number can stand in the place of one.
function issuesOfOne(issue: z.core.$ZodIssue, name: string): Issue[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys')
    return [{ path: masked(path.join('.')) || name, message: masked(issue.message) }];
  const message = 'is not a known field; check its spelling';
  return issue.keys.slice(0, mostIssues).map((key) => ({ path: masked([...path, key].join('.')) || name, message }));
}

/** The one error for all of them; the message names each field, so that a log line is enough to act on. */
export function refusal(code: 'invalid_request' | 'invalid_options', found: readonly Issue[]): DucatError {
  const issues = found.slice(0, mostIssues);
  const told = issues.slice(0, mostTold).map(({ path, message }) => `${path}: ${message}`);
  const message = [...told, ...(issues.length > mostTold ? ['and more'] : [])].join('; ');
  return new DucatError({ code, message, effect: 'none', issues });
}
