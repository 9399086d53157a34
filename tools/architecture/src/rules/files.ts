import { adapterFolders } from '../arrows.ts';
import type { Finding } from '../finding.ts';
import type { Repository } from '../repository.ts';
import { isCode, isTest } from '../repository.ts';

const portNames = 'tokenize|charge|authorize|capture|void|challenge|refund|payout|lookup|webhook';
const word = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** The six kinds of file that an adapter's source is made of. */
const adapterFiles = [
  /^(options|client|provider|index)\.ts$/,
  new RegExp(`^(${portNames})\\.ts$`),
  new RegExp(`^(translate|wire)/${word}\\.ts$`),
];

const inAdapter = new RegExp(`^(?:${adapterFolders.join('|').replaceAll('*', '[^/]+')})/src/(.+)$`);

/** The listing of an adapter's folder is its capability matrix. */
export function adaptersKeepTheVocabulary(repository: Repository): Finding[] {
  return repository.paths.flatMap((path) => {
    const inside = inAdapter.exec(path)?.[1];
    if (inside === undefined || adapterFiles.some((pattern) => pattern.test(inside))) return [];
    const kinds = 'options, client, provider, index, one file per port, translate/<concept>, wire/<noun>';
    return [{ path, message: `is no kind of file that an adapter has: ${kinds} (design: inside an adapter)` }];
  });
}

const emptyWords = new Set(['util', 'utils', 'helper', 'helpers', 'manager', 'managers', 'common', 'misc']);

/** A name says what is inside. */
export function namesSaySomething(repository: Repository): Finding[] {
  return repository.paths.flatMap((path) => {
    const empty = path.split(/[/.]|-(?=[a-z])/).find((part) => emptyWords.has(part));
    return empty === undefined
      ? []
      : [{ path, message: `is named "${empty}": a name says what is inside (design: ground rules)` }];
  });
}

/** One spelling of file names, so that nobody has to remember which. */
export function filesAreKebabCase(repository: Repository): Finding[] {
  const pattern = new RegExp(`^\\.?${word}(?:\\.${word})*\\.[cm]?[jt]s$`);
  return repository.paths
    .filter((path) => isCode(path) && !pattern.test(path.slice(path.lastIndexOf('/') + 1)))
    .map((path) => ({ path, message: 'is not in kebab-case: files are named in one way (design: ground rules)' }));
}

const mostLines = 200;

/** A file has one job and is read in one go. */
export function filesStayShort(repository: Repository): Finding[] {
  return repository.sources
    .filter(({ path, lineCount }) => !isTest(path) && lineCount >= mostLines)
    .map(({ path, lineCount }) => ({
      path,
      message: `has ${lineCount} lines: a file stays under ${mostLines} and has one job (design: inside an adapter)`,
    }));
}
