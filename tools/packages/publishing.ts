import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { fileProblems, manifestProblems } from './published-files.ts';
import type { Tarball } from './tarball.ts';
import type { PublishablePackage } from './workspace.ts';

/** What would be wrong with the package after publishing, before anyone imports it. */
export async function publishingProblems(each: PublishablePackage, tarball: Tarball): Promise<string[]> {
  return [
    ...fileProblems(tarball.files.keys(), (path) => existsSync(join(each.folder, path))),
    ...manifestProblems(tarball.files.get('package.json')?.toString('utf8') ?? ''),
    ...(await publintProblems(tarball)),
    ...typeProblems(tarball),
  ];
}

async function publintProblems({ path }: Tarball): Promise<string[]> {
  const { messages, pkg } = await publint({
    pack: { tarball: new Uint8Array(readFileSync(path)).buffer },
    strict: true,
  });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`);
}

// "esm-only": the library promises nothing to resolution before "exports", nor types to require().
function typeProblems({ path }: Tarball): string[] {
  const folder = dirname(fileURLToPath(import.meta.resolve('@arethetypeswrong/cli/package.json')));
  const options = ['--profile', 'esm-only', '--no-color', '--no-emoji', '--format', 'ascii'];
  try {
    execFileSync(process.execPath, [join(folder, 'dist/index.js'), path, ...options], { stdio: 'pipe' });
    return [];
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
    return [`arethetypeswrong:\n${stdout?.toString() ?? String(error)}${stderr?.toString() ?? ''}`];
  }
}
