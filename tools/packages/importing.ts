import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportEffects } from './import-probe.ts';
import type { Tarball } from './tarball.ts';
import { unpack } from './tarball.ts';
import type { PublishablePackage } from './workspace.ts';

/**
 * Environment variables that a package from outside reads when it is imported, by package. None of them comes from this
 * library, which is configured by options alone.
 */
const knownReads: Readonly<Record<string, readonly string[]>> = {
  undici: ['UNDICI_NO_WASM_SIMD', 'UNDICI_USE_MILO'],
};

const probe = fileURLToPath(new URL('import-probe.ts', import.meta.url));

/** Unpacks the tarballs beside each other, as an installation would, with the workspace's copies of what is from outside. */
export function install(packed: readonly (readonly [PublishablePackage, Tarball])[], folder: string): void {
  const isOurs = new Set(packed.map(([{ name }]) => name));
  for (const [{ name, folder: source, manifest }, tarball] of packed) {
    const installed = join(folder, 'node_modules', name);
    unpack(tarball, installed);
    const needed = { ...manifest.dependencies, ...manifest.peerDependencies };
    for (const dependency of Object.keys(needed).filter((each) => !isOurs.has(each))) {
      const link = join(installed, 'node_modules', dependency);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(realpathSync(join(source, 'node_modules', dependency)), link);
    }
  }
}

/** What importing the module does beside defining things. It must do nothing. */
export function importProblems(specifier: string, folder: string): string[] {
  const program = join(folder, `import-${specifier.replaceAll(/\W/g, '-')}.mjs`);
  writeFileSync(program, `await import(${JSON.stringify(specifier)});\n`);
  const options = ['--disable-warning=ExperimentalWarning', '--import', probe, program];
  const child = spawnSync(process.execPath, options, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 20_000,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const importing = `importing ${specifier}`;
  if (child.status !== 0)
    return [`${importing} fails or does not end (${child.status ?? child.signal}): ${child.stderr}`];
  const { resources, reads } = JSON.parse(child.output[3] ?? '') as ImportEffects;
  const printed = child.stdout + child.stderr;
  return [
    ...resources.map((resource) => `${importing} opens a ${resource}`),
    ...reads
      .filter(({ variable, reader }) => knownReads[reader]?.includes(variable) !== true)
      .map(({ variable, reader }) => `${importing} reads the environment variable ${variable}, in ${reader}`),
    ...(printed === '' ? [] : [`${importing} prints ${JSON.stringify(printed)}`]),
  ];
}

/** Whether the package has been built at all. */
export function isBuilt({ folder }: PublishablePackage): boolean {
  return existsSync(join(folder, 'dist'));
}
