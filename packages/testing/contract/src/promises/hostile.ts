import type { ContractPromise } from '../promise.ts';
import { answeredIds } from './hostile/answered-ids.ts';
import { contradictions } from './hostile/contradictions.ts';
import { identifiers } from './hostile/identifiers.ts';
import { json } from './hostile/json.ts';
import { redirects } from './hostile/redirects.ts';
import { size } from './hostile/size.ts';
import { twice } from './hostile/twice.ts';
import { wire } from './hostile/wire.ts';

/** A provider, or whoever answers in its place, that means ill. */
export const hostile: readonly ContractPromise[] = [
  ...redirects,
  ...size,
  ...wire,
  ...json,
  ...twice,
  ...contradictions,
  ...identifiers,
  ...answeredIds,
];
