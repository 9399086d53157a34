import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** What is no page of the site, though it is Markdown. */
export const excluded: string[] = [
  '**/node_modules/**',
  '**/dist/**',
  '**/CHANGELOG.md',
  '.changeset/**',
  'tools/create-provider/template/**',
];

/** The pages, by their path in the repository. */
const pages: ReadonlySet<string> = new Set(
  globSync('{*.md,{docs,packages,examples,tools}/**/*.md}', {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist|template|CHANGELOG\.md)(\/|$)/.test(path),
  }),
);

/** Files that pages link to and that are no pages: they are shown as they are. */
export const linkedFiles: Set<string> = new Set();

/** The title of a page is its first heading. */
export function titleOf(page: string): string {
  const heading = /^# (.*)$/m.exec(readFileSync(join(root, page), 'utf8'))?.[1] ?? page;
  return heading.replaceAll(/[`\\]/g, '');
}

/** The pages of a folder, itself first. */
export function pagesIn(folder: string): readonly string[] {
  const inside = [...pages].filter((page) => dirname(page) === folder).toSorted();
  return inside.toSorted((one, other) => Number(other.endsWith('README.md')) - Number(one.endsWith('README.md')));
}

/** Where a page is on the site. */
export function addressOf(page: string): string {
  return `/${page.replace(/(README|index)\.md$/, '').replace(/\.md$/, '')}`;
}

/**
 * Where a link of a page leads on the site. Pages are written for a forge, where a link may lead to a file or a folder.
 * @throws Error when it leads nowhere.
 */
export function resolveLink(page: string, target: string): string {
  if (/^([a-z]+:|#|\/)/.test(target)) return target;
  const [path = '', anchor] = target.split('#');
  const place = normalize(join(dirname(page), path)).replace(/\/$/, '');
  const end = anchor === undefined ? '' : `#${anchor}`;
  if (pages.has(place)) return addressOf(place) + end;
  if (pages.has(`${place}/README.md`)) return addressOf(`${place}/README.md`) + end;
  if (place.startsWith('..') || !existsSync(join(root, place))) throw new Error(`${page}: ${target} leads nowhere`);
  const [first] = pagesIn(place);
  if (first !== undefined) return addressOf(first);
  linkedFiles.add(place);
  return sourceAddressOf(place);
}

/** Where a file, or the list of a folder, is on the site. */
export function sourceAddressOf(place: string): string {
  return `/source/${place}.txt`;
}

/** A page's path in the repository, given its path on the disk. */
export function pathOf(file: string): string {
  return relative(root, file).replaceAll('\\', '/');
}

/** The text of a file, or the names in a folder. */
export function sourceOf(place: string): string {
  const path = join(root, place);
  if (!statSync(path).isDirectory()) return readFileSync(path, 'utf8');
  return globSync('*', { cwd: path })
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .toSorted()
    .map((name) => `${place}/${name}\n`)
    .join('');
}
