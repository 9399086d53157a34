import type { Issue } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { z } from 'zod';
import { masked } from './card-number-like.ts';

/** What is said of a value when a getter or a proxy in it throws. */
export const unreadable = 'cannot be read: something in it throws';

/** Whoever has more than that wrong gave something else altogether. */
const mostIssues = 100;
/** A line of a log, and not a page of it. */
const mostTold = 20;

/** A wrong field, where it stands. */
export interface Fault {
  readonly place: readonly PropertyKey[];
  readonly message: string;
}

/** What is wrong by its place; an unknown field by its own name. */
export function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const { path, message } = issue;
  if (issue.code !== 'unrecognized_keys') return [{ place: path, message }];
  return issue.keys.map((key) => ({ place: [...path, key], message: 'is not a known field; check its spelling' }));
}

/**
 * Every wrong field by its path; where the value as a whole is wrong, by the name of it. Names of fields are the caller's
 * own where it may choose them, so a card number can stand in the place of one.
 */
export function issuesOf({ issues }: z.ZodError, name: string): Issue[] {
  const faults = issues.slice(0, mostIssues).flatMap(faultsOf).slice(0, mostIssues);
  return faults.map(({ place, message }) => ({
    path: masked(place.map(String).join('.')) || name,
    message: masked(message),
  }));
}

/** The one error for all of them; the message names each field, so that a log line is enough to act on. */
export function refusal(
  code: 'invalid_request' | 'invalid_options',
  found: readonly Issue[],
  most: number = mostIssues,
): DucatError {
  const issues = found.slice(0, most);
  const told = issues.slice(0, mostTold).map(({ path, message }) => `${path}: ${message}`);
  const message = [...told, ...(issues.length > mostTold ? ['and more'] : [])].join('; ');
  return new DucatError({ code, message, effect: 'none', issues });
}
