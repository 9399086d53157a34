import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tarball } from './tarball.ts';
import type { PublishablePackage } from './workspace.ts';
import { root } from './workspace.ts';

const program = fileURLToPath(new URL('consumer/charge.ts', import.meta.url));
const said = 'paymega: approved 10.50 EUR\npaycross: approved 10.50 EUR\n';

/** How a merchant's project may find modules: as Node does, or as a bundler does. */
const resolutions = {
  nodenext: { module: 'nodenext', outDir: 'built' },
  bundler: { module: 'esnext', moduleResolution: 'bundler', noEmit: true },
};

/** What goes wrong when an empty project installs the tarballs, compiles a charge against them and makes it. */
export function consumerProblems(
  packed: readonly (readonly [PublishablePackage, Tarball])[],
  folder: string,
): string[] {
  const project = join(folder, 'consumer');
  mkdirSync(project);
  copyFileSync(program, join(project, 'charge.ts'));
  writeManifests(packed, project);
  const steps: readonly (readonly [what: string, act: () => string, expected: string])[] = [
    ['installing', () => pnpm(project, ['install', '--no-frozen-lockfile', '--prefer-offline', '--silent']), ''],
    ...Object.keys(resolutions).map(
      (each) => [`compiling with ${each}`, () => typeScript(project, `tsconfig.${each}.json`), ''] as const,
    ),
    ['running', () => execFileSync(process.execPath, ['built/charge.js'], { cwd: project, ...quiet }), said],
  ];
  for (const [what, act, expected] of steps) {
    try {
      const output = act();
      if (output !== expected) return [`in a project of its own: ${what} prints ${JSON.stringify(output)}`];
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      return [`in a project of its own: ${what} fails: ${stdout}${stderr || String(error)}`];
    }
  }
  return [];
}

function writeManifests(packed: readonly (readonly [PublishablePackage, Tarball])[], project: string): void {
  const tarballs = Object.fromEntries(packed.map(([{ name }, { path }]) => [name, `file:${path}`]));
  const manifest = { name: 'consumer', private: true, type: 'module', dependencies: tarballs };
  const files = {
    'package.json': manifest,
    // JSON is YAML as well. Without the overrides the tarballs would ask for each other from outside.
    'pnpm-workspace.yaml': { packages: ['.'], overrides: tarballs },
    ...Object.fromEntries(
      Object.entries(resolutions).map(([name, options]) => [`tsconfig.${name}.json`, configured(options)]),
    ),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(project, name), JSON.stringify(content));
}

/** Strict, and the library's own declarations are checked as well. */
function configured(options: object): object {
  const typeRoots = [join(root, 'node_modules/@types')];
  return {
    compilerOptions: { target: 'es2024', strict: true, skipLibCheck: false, types: ['node'], typeRoots, ...options },
    files: ['charge.ts'],
  };
}

const quiet: { encoding: 'utf8'; stdio: 'pipe'; timeout: number } = {
  encoding: 'utf8',
  stdio: 'pipe',
  timeout: 120_000,
};

function pnpm(project: string, command: readonly string[]): string {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { packageManager: string };
  return execFileSync('npx', ['-y', packageManager, ...command], { cwd: project, ...quiet });
}

function typeScript(project: string, configuration: string): string {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  return execFileSync(process.execPath, [compiler, '-p', configuration], { cwd: project, ...quiet });
}
