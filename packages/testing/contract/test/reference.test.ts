import { describe, expect, test } from 'vitest';
import { contract } from '../src/index.ts';
import type { Report } from '../src/index.ts';
import { referenceHarness } from '../src/reference/harness.ts';

contract(referenceHarness(), { describe, test }, { report: requireAllKept });

/** The reference has every port and its world every ability: nothing is left unproven. */
function requireAllKept({ ports, lines }: Report): void {
  expect(ports).toHaveLength(10);
  expect(lines.filter(({ verdict }) => verdict.kind !== 'kept').map(({ promise }) => promise)).toEqual([]);
}
