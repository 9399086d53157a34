import type { Finding } from './finding.ts';
import type { Repository } from './repository.ts';
import { dependenciesFollowTheArrows } from './rules/dependencies.ts';
import { adaptersKeepTheVocabulary, filesAreKebabCase, filesStayShort, namesSaySomething } from './rules/files.ts';
import {
  dearPackagesHaveOneImporter,
  filesHaveAPlace,
  importsFollowTheArrows,
  relativeImportsStayInside,
} from './rules/imports.ts';
import { manifestsHaveOneShape } from './rules/manifests.ts';
import { secretsHaveOneDoor } from './rules/secrets.ts';
import {
  barrelsStandAtTheRoot,
  exportsHaveNames,
  filesCanBeParsed,
  nothingFetches,
  typesAreErasable,
} from './rules/syntax.ts';

/** Every decision that is checked, by the promise it makes. */
export const rules = {
  'every file can be parsed': filesCanBeParsed,
  'every file of a package has a place in the house': filesHaveAPlace,
  'imports follow the arrows of the house': importsFollowTheArrows,
  'dependencies in package.json follow the arrows of the house': dependenciesFollowTheArrows,
  'undici, inversify and reflect-metadata have one importer each': dearPackagesHaveOneImporter,
  'relative imports stay in their package': relativeImportsStayInside,
  'secrets are revealed by a short list of files': secretsHaveOneDoor,
  'an adapter has six kinds of file': adaptersKeepTheVocabulary,
  'names say what is inside': namesSaySomething,
  'files are named in kebab-case': filesAreKebabCase,
  'files stay under 200 lines': filesStayShort,
  'exports have names': exportsHaveNames,
  'barrels stand at package roots': barrelsStandAtTheRoot,
  'types are erasable': typesAreErasable,
  'nothing calls fetch': nothingFetches,
  'every package.json has one shape': manifestsHaveOneShape,
} as const satisfies Record<string, (repository: Repository) => Finding[]>;

export type RuleName = keyof typeof rules;
