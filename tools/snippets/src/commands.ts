import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, readWorkspace, root } from './repository.ts';

/** A command of a page: to be run, or only to be looked at. */
export type Command =
  | { readonly kind: 'run'; readonly program: string; readonly words: readonly string[]; readonly file?: string }
  | { readonly kind: 'known' }
  | { readonly kind: 'wrong'; readonly reason: string };

const known: Command = { kind: 'known' };

const wrong = (reason: string): Command => ({ kind: 'wrong', reason });

/** Of pnpm itself. */
const builtIn = new Set(['install', '--recursive']);

/** What a reader does around the snippets; it would change nothing here. */
const around = [/^mkdir \S+$/, /^cd \S+$/, /^npm init -y$/, /^npm pkg set type=module$/, /^npx tsc$/];

/** The words of a line, quoted or not, without its comment. */
export function wordsOf(line: string): readonly string[] {
  const words = Array.from(line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g), ([, one, two, plain]) => one ?? two ?? plain);
  const comment = words.findIndex((word) => word?.startsWith('#'));
  return words.slice(0, comment < 0 ? undefined : comment).map((word) => word ?? '');
}

export function readCommand(words: readonly string[]): Command {
  const [first = '', ...rest] = words;
  if (around.some((pattern) => pattern.test(words.join(' ')))) return known;
  switch (first) {
    case 'node':
      return nodeCommand(rest);
    case 'ducat':
      return ducatCommand(rest);
    case 'pnpm':
      return pnpmCommand(rest);
    case 'npx':
      return npxCommand(rest);
    case 'npm':
      return npmCommand(rest);
    default:
      return wrong('nobody knows how to check this command');
  }
}

function nodeCommand(words: readonly string[]): Command {
  const file = words.at(-1) ?? '';
  if (!/^[a-z0-9-]+\.ts$/.test(file)) return wrong('runs no file of the page');
  return { kind: 'run', program: process.execPath, words: ['--conditions=ducat-source', ...words], file };
}

function ducatCommand(words: readonly string[]): Command {
  const main = join(root, 'packages/cli/src/main.ts');
  return { kind: 'run', program: process.execPath, words: ['--conditions=ducat-source', main, ...words] };
}

function npxCommand(words: readonly string[]): Command {
  const [first, second, ...rest] = words;
  if (first === 'ducat') return ducatCommand(words.slice(1));
  const { packageManager } = readManifest();
  if (first !== '-y' || second !== packageManager) return wrong(`is not of ${packageManager}`);
  return pnpmCommand(rest);
}

function pnpmCommand([verb = '', ...words]: readonly string[]): Command {
  if (builtIn.has(verb)) return known;
  if (verb === 'exec') {
    const bin = words[0] ?? '';
    return existsSync(join(root, 'node_modules/.bin', bin)) ? known : wrong(`there is no ${bin} to execute`);
  }
  if (verb === '--filter') return filteredCommand(words);
  const isThere = readManifest().scripts?.[verb] !== undefined || existsSync(join(root, 'node_modules/.bin', verb));
  return isThere ? known : wrong(`there is no script ${verb}`);
}

function filteredCommand([name = '', script = '']: readonly string[]): Command {
  const found = readWorkspace().find((each) => each.name === name);
  if (found === undefined) return wrong(`there is no package ${name}`);
  return found.scripts?.[script] === undefined ? wrong(`${name} has no script ${script}`) : known;
}

function npmCommand([verb, ...words]: readonly string[]): Command {
  if (verb !== 'install') return wrong('nobody knows how to check this command');
  const names = words.filter((word) => word.startsWith('@ducat/'));
  const published = new Set(readWorkspace().flatMap((each) => (each.private === true ? [] : [each.name])));
  const missing = names.filter((name) => !published.has(name));
  return missing.length === 0 ? known : wrong(`there is no ${missing.join(', ')} to install`);
}
