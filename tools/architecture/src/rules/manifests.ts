import type { Finding } from '../finding.ts';
import type { Manifest, Package, Repository } from '../repository.ts';

/** The order that the formatter gives to package.json. */
const keyOrder = [
  'name',
  'version',
  'private',
  'description',
  'keywords',
  'license',
  'repository',
  'bin',
  'files',
  'type',
  'sideEffects',
  'exports',
  'publishConfig',
  'scripts',
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'peerDependenciesMeta',
  'optionalDependencies',
  'engines',
];

const required = ['name', 'version', 'description', 'license', 'type', 'sideEffects', 'engines'];
const requiredToPublish = ['files', 'exports', 'scripts', 'dependencies'];

/** Every package.json has the same shape, so that they can be read and changed together. */
export function manifestsHaveOneShape(repository: Repository): Finding[] {
  return repository.packages.flatMap((each) =>
    [...keyProblems(each.manifest), ...valueProblems(each), ...exportProblems(each, repository)].map((problem) => ({
      path: `${each.folder}/package.json`,
      message: `${problem}: every package.json has one shape (design: the house)`,
    })),
  );
}

function keyProblems(manifest: Manifest): string[] {
  const keys = Object.keys(manifest);
  const expected = manifest.private === true ? required : [...required, ...requiredToPublish];
  const known = keys.filter((key) => keyOrder.includes(key));
  const sorted = [...known].sort((left, right) => keyOrder.indexOf(left) - keyOrder.indexOf(right));
  return [
    ...expected.filter((key) => !keys.includes(key)).map((key) => `lacks "${key}"`),
    ...keys.filter((key) => !keyOrder.includes(key)).map((key) => `has the key "${key}" that no other has`),
    ...(known.join() === sorted.join() ? [] : [`has its keys in the order ${known.join(', ')}`]),
  ];
}

function valueProblems({ folder, manifest }: Package): string[] {
  const problems: string[] = [];
  const check = (holds: boolean, problem: string): void => {
    if (!holds) problems.push(problem);
  };
  const name = `@ducat/${folder
    .replace(/^packages\/journals\//, 'journal-')
    .split('/')
    .at(-1)}`;
  check(
    folder.startsWith('examples/') || manifest.name === name,
    `is named ${manifest.name} and not ${name} by its folder`,
  );
  check(manifest.type === 'module', 'is not "type": "module"');
  check(manifest.sideEffects === false, 'is not "sideEffects": false');
  check(manifest.engines?.node === '>=22.19', 'has not "engines": { "node": ">=22.19" }');
  check(manifest.private === true || manifest.files?.join() === 'dist', 'does not publish exactly the folder dist');
  return problems;
}

function exportProblems({ folder, manifest }: Package, repository: Repository): string[] {
  const { './package.json': own, ...entries } = manifest.exports ?? {};
  const problems = manifest.private === true || own === './package.json' ? [] : ['does not export ./package.json'];
  for (const [entry, target] of Object.entries(entries)) {
    const source = typeof target === 'string' ? undefined : target['ducat-source'];
    if (isForTestsOfOthers(target, source)) continue;
    const stem = /^\.\/((?:src|simulator)\/.+)\.ts$/.exec(source ?? '')?.[1];
    const shape = { 'ducat-source': source, types: `./dist/${stem}.d.ts`, default: `./dist/${stem}.js` };
    if (stem === undefined || JSON.stringify(target) !== JSON.stringify(shape)) {
      problems.push(`exports "${entry}" otherwise than as ducat-source, types, default of one file`);
    } else if (!repository.paths.includes(`${folder}/${stem}.ts`)) {
      problems.push(`exports "${entry}" from ${source}, which is not there`);
    }
  }
  return problems;
}

/** A file of the tests, under the workspace's own condition alone: packing takes it out. */
function isForTestsOfOthers(target: unknown, source: string | undefined): boolean {
  return (
    source?.startsWith('./test/') === true && JSON.stringify(target) === JSON.stringify({ 'ducat-source': source })
  );
}
