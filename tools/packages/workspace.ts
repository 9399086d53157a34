import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the checks read of a package.json. */
interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A package that is going to be published. */
export interface PublishablePackage {
  readonly name: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

export const root: string = fileURLToPath(new URL('../..', import.meta.url));

export function publishablePackages(): PublishablePackage[] {
  const found = globSync('packages/{*,*/*}/package.json', { cwd: root }).sort();
  return found
    .map((path) => ({ folder: join(root, dirname(path)), manifest: readManifest(join(root, path)) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ folder, manifest }) => ({ name: manifest.name, folder, manifest }));
}

/** The specifiers by which the package can be imported once it is published. */
export function entryPoints({ name, manifest }: PublishablePackage): string[] {
  const entries = Object.entries(manifest.exports ?? {}).filter(
    ([, target]) => typeof target === 'object' && isPublished(target),
  );
  return entries.map(([entry]) => name + entry.slice(1));
}

function isPublished(target: object | null): boolean {
  return Object.keys(target ?? {}).some((condition) => condition !== 'ducat-source');
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}
