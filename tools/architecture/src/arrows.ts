/** A part of the house: where it stands and what it may lean on. */
export interface Zone {
  readonly name: string;
  /** Folder of the files, from the repository's root; `*` is one name. */
  readonly folder: string;
  /** The `@ducat` specifier by which others import it; `*` is the same name. */
  readonly specifier: string;
  /** Names of the zones that it may import. Its own files it reaches by relative paths. */
  readonly mayImport: readonly string[];
  /** `none`: no package from outside, and no built-in module that reads or writes anything. */
  readonly outside: 'any' | 'pure' | 'none';
  /** The decision in words, for the message. */
  readonly decision: string;
}

/** Adapters outside of `packages/providers`: an example of one, and what new ones are copied from. */
const otherAdapters: readonly string[] = ['examples/tidepay', 'tools/create-provider/template'];

/** The folders of packages that are adapters; `*` is one name. */
export const adapterFolders: readonly string[] = ['packages/providers/*', ...otherAdapters];

/** The arrows of the house, the only ones allowed. A package that is not written yet has its row all the same. */
export const zones: readonly Zone[] = [
  zone('core', 'packages/core/src', '@ducat/core', [], 'core has no dependencies', 'none'),
  zone('validation', 'packages/validation/src', '@ducat/validation', ['core'], 'validation -> core, and pure', 'pure'),
  zone(
    'adapter-kit',
    'packages/adapter-kit/src',
    '@ducat/adapter-kit',
    ['validation', 'core'],
    'adapter-kit -> {validation, core}',
  ),
  ...adapterFolders.flatMap(adapterZones),
  zone(
    'router',
    'packages/router/src',
    '@ducat/router',
    ['validation', 'core'],
    'router -> {validation, core}, and pure',
    'pure',
  ),
  zone(
    'payments',
    'packages/payments/src',
    '@ducat/payments',
    ['router', 'validation', 'core'],
    'payments -> {router, validation, core}',
  ),
  zone(
    'journal',
    'packages/journals/*/src',
    '@ducat/journal-*',
    ['validation', 'core'],
    'journals -> {validation, core}',
  ),
  zone(
    'web',
    'packages/web/src',
    '@ducat/web',
    ['payments', 'validation', 'core'],
    'web -> {payments, validation, core}',
  ),
  zone(
    'inversify',
    'packages/inversify/src',
    '@ducat/inversify',
    ['payments', 'router', 'core'],
    'inversify -> {payments, router, core}',
  ),
  zone('cli', 'packages/cli/src', '@ducat/cli', ['payments', 'router', 'core'], 'cli -> {payments, router, core}'),
  zone('contract', 'packages/testing/contract/src', '@ducat/contract', ['core'], 'contract -> core'),
  zone('simulator engine', 'packages/testing/simulator/src', '@ducat/simulator', ['core'], 'simulator engine -> core'),
];

function adapterZones(folder: string): Zone[] {
  const specifier = `@ducat/${folder.split('/').at(-1)}`;
  return [
    zone('provider', `${folder}/src`, specifier, ['adapter-kit', 'core'], 'providers -> {adapter-kit, core}'),
    zone(
      'provider simulator',
      `${folder}/simulator`,
      `${specifier}/simulator`,
      ['simulator engine', 'core'],
      'provider simulators -> {simulator engine, core}, and never the adapter that they test',
    ),
  ];
}

function zone(
  name: string,
  folder: string,
  specifier: string,
  mayImport: readonly string[],
  decision: string,
  outside: Zone['outside'] = 'any',
): Zone {
  return { name, folder, specifier, mayImport, outside, decision };
}

/** Packages from outside that one package alone may import, with the reason. */
export const onlyImporter: Readonly<Record<string, { readonly folder: string; readonly decision: string }>> = {
  undici: { folder: 'packages/adapter-kit', decision: 'only adapter-kit talks to the network, through one transport' },
  inversify: { folder: 'packages/inversify', decision: 'only @ducat/inversify pays for importing inversify' },
  'reflect-metadata': { folder: 'packages/inversify', decision: 'only @ducat/inversify needs reflect-metadata' },
};

/** Built-in modules that compute and touch nothing outside the process. */
export const pureBuiltins: readonly string[] = [
  'node:assert',
  'node:buffer',
  'node:crypto',
  'node:events',
  'node:querystring',
  'node:string_decoder',
  'node:url',
  'node:util',
];

/** The files that may see the value of a secret. */
export const mayReveal: readonly string[] = [
  'packages/adapter-kit/src/encode.ts',
  'packages/adapter-kit/src/signature.ts',
  'packages/core/src/model/card-token.ts',
  'packages/core/src/reveal.ts',
  // The contract's own reference provider does without the kit, or a defect of the kit would be in both.
  'packages/testing/contract/src/reference/adapter/reveal.ts',
];

/** The files that may import a module whose name they are given: what the merchant names on a command line. */
export const mayImportComputed: readonly string[] = ['packages/cli/src/load-payments.ts'];

/** The zone that a file stands in; tests, docs, and examples and tools that are no adapters may import anything. */
export function zoneOfPath(path: string): Zone | undefined {
  return zones.find(({ folder }) => matches(`${folder}/`, path, false));
}

/** The zone that an import leads to, when it leads into the house. An exact name wins over a pattern, the longer over the shorter. */
export function zoneOfSpecifier(specifier: string): Zone | undefined {
  const candidates = zones.filter(
    (candidate) =>
      matches(candidate.specifier, specifier, true) || matches(`${candidate.specifier}/`, specifier, false),
  );
  const plain = candidates.filter((candidate) => !candidate.specifier.includes('*'));
  const patterns = candidates.filter((candidate) => !plain.includes(candidate));
  const longest = (left: Zone, right: Zone): number => right.specifier.length - left.specifier.length;
  return [...plain.sort(longest), ...patterns.sort(longest)][0];
}

function matches(pattern: string, text: string, whole: boolean): boolean {
  const expression = pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+');
  return new RegExp(`^${expression}${whole ? '$' : ''}`).test(text);
}
