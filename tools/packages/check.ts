import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consumerProblems } from './consuming.ts';
import { importProblems, install, isBuilt } from './importing.ts';
import { publishingProblems } from './publishing.ts';
import { pack } from './tarball.ts';
import { entryPoints, publishablePackages } from './workspace.ts';

// Checks every package, or those that are named, as it would be published. Needs a build: `turbo run build`.
const named = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'ducat-packages-'));
try {
  const packages = publishablePackages().filter(({ name }) => named.length === 0 || named.includes(name));
  const problems = packages.filter((each) => !isBuilt(each)).map(({ name }) => `${name} is not built`);
  const packed = packages.map((each) => [each, pack(each, folder)] as const);
  install(packed, folder);
  for (const [each, tarball] of packed) {
    const found = await publishingProblems(each, tarball);
    for (const specifier of entryPoints(each)) found.push(...importProblems(specifier, folder));
    console.log(`${found.length === 0 ? 'ok  ' : 'FAIL'} ${each.name} (${tarball.files.size} files)`);
    problems.push(...found.map((problem) => `${each.name} ${problem}`));
  }
  if (named.length === 0) {
    const found = consumerProblems(packed, folder);
    console.log(`${found.length === 0 ? 'ok  ' : 'FAIL'} a charge from an empty project`);
    problems.push(...found);
  }
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
