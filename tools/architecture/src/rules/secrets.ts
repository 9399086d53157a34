import { posix } from 'node:path';
import { mayReveal } from '../arrows.ts';
import type { Finding } from '../finding.ts';
import type { Repository } from '../repository.ts';
import { isTest } from '../repository.ts';
import type { ModuleReference } from '../source-file.ts';

const doors = ['packages/core/src/reveal.ts', 'packages/core/src/model/secret.ts'];

/** The value of a secret is seen by a short list of files. */
export function secretsHaveOneDoor(repository: Repository): Finding[] {
  return repository.sources
    .filter((source) => !isTest(source.path) && !mayReveal.includes(source.path))
    .filter((source) => source.references.some((reference) => opens(source.path, reference)))
    .map(({ path }) => ({
      path,
      message: 'can reveal secrets: only the files of the list mayReveal may, each by decision (design: secrets)',
    }));
}

function opens(path: string, { specifier = '', names }: ModuleReference): boolean {
  if (/^@ducat\/core\/reveal(\.|$)/.test(specifier)) return true;
  if (!specifier.startsWith('.')) return false;
  const target = posix.join(posix.dirname(path), specifier);
  // No names at all means everything: `export *`, `import * as`, a dynamic import.
  return target === doors[0] || (target === doors[1] && (names.length === 0 || names.includes('revealSecret')));
}
