import type { Finding } from '../finding.ts';
import type { Package, Repository } from '../repository.ts';
import { isTest, packageOf } from '../repository.ts';

/** Every file can be read, or no rule would see it. */
export function filesCanBeParsed(repository: Repository): Finding[] {
  return repository.sources.flatMap(({ path, parseError }) =>
    parseError === undefined ? [] : [{ path, message: `cannot be parsed: ${parseError}` }],
  );
}

/** One name for one thing, everywhere: no default exports, but for tools that ask for one. */
export function exportsHaveNames(repository: Repository): Finding[] {
  return repository.sources
    .filter(({ path, hasDefaultExport }) => hasDefaultExport && !/\.config\.[cm]?[jt]s$/.test(path))
    .map(({ path }) => ({ path, message: 'has a default export: exports have names (design: ground rules)' }));
}

/** Files that only re-export stand at a package's root or are declared in its exports. */
export function barrelsStandAtTheRoot(repository: Repository): Finding[] {
  return repository.sources
    .filter(({ path, isBarrel }) => isBarrel && !entryFiles(packageOf(repository, path)).includes(path))
    .map(({ path }) => ({
      path,
      message: 'only re-exports: a barrel stands at a package root or is a declared export (design: ground rules)',
    }));
}

function entryFiles(owner: Package | undefined): string[] {
  return Object.values(owner?.manifest.exports ?? {}).flatMap((target) => {
    const file = typeof target === 'string' ? target : target['ducat-source'];
    return file === undefined ? [] : [`${owner?.folder}/${file.replace(/^\.\//, '')}`];
  });
}

/** Types are erased and leave nothing behind. */
export function typesAreErasable(repository: Repository): Finding[] {
  return repository.sources.flatMap(({ path, constructs }) =>
    constructs
      .filter((construct) => construct !== 'fetch')
      .map((construct) => ({
        path,
        message: `has ${construct === 'enum' ? 'an enum' : `a ${construct}`}: types are erasable (design: ground rules)`,
      })),
  );
}

/** The platform's own client follows redirects and has no deadline; the transport of adapter-kit is the only one. */
export function nothingFetches(repository: Repository): Finding[] {
  return repository.sources
    .filter(({ path, constructs }) => constructs.includes('fetch') && isShipped(path))
    .map(({ path }) => ({
      path,
      message:
        'calls fetch: requests go through the transport of adapter-kit, never globalThis.fetch (design: ground rules)',
    }));
}

function isShipped(path: string): boolean {
  return /^packages\/.*(^|\/)src\//.test(path) && !path.startsWith('packages/testing/') && !isTest(path);
}
