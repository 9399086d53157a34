import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './commands.ts';
import { readCommand, wordsOf } from './commands.ts';
import { run } from './execute.ts';
import { write } from './folder.ts';
import type { Block, Page } from './page.ts';
import type { PageFile } from './program.ts';
import { filesOf, nameOf, promisedBy } from './program.ts';
import { root } from './repository.ts';

/** Where a page is checked. */
export interface Surroundings {
  /** The page's folder, as its reader has it. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Does what the page says, from its beginning to its end: what is not as it says, each with its line. */
export async function checkPage(page: Page, surroundings: Surroundings): Promise<readonly string[]> {
  const problems: string[] = [];
  const files = filesOf(page);
  for (const [index, block] of page.blocks.entries()) {
    const found = await checkBlock(page, block, page.blocks[index + 1], files, surroundings);
    problems.push(...found.map((problem) => `${page.path}:${block.line} ${problem}`));
  }
  return problems;
}

async function checkBlock(
  page: Page,
  block: Block,
  next: Block | undefined,
  files: readonly PageFile[],
  surroundings: Surroundings,
): Promise<readonly string[]> {
  const { language, file, code } = block;
  if (file !== undefined) return isPieceOf(file, code) ? [] : [`is no piece of ${file}`];
  if (language === 'sh') return await checkCommands(block, next, files, surroundings);
  const own = files.find(({ name }) => name === nameOf(block));
  if (own !== undefined) {
    write(surroundings.folder, own);
    return isUsed(page, block, own.name) ? [] : await checkRun(readCommand(['node', own.name]), own, surroundings);
  }
  if (language === 'text' || (language === 'json' && isJson(code))) return [];
  return [`nobody knows how to check a block of "${language}"`];
}

/** A file that is mentioned elsewhere is imported, or run by a command; all others are run where they end. */
function isUsed({ blocks }: Page, block: Block, name: string): boolean {
  if (!name.endsWith('.ts')) return true;
  return blocks.some(
    (other) => other !== block && ((nameOf(other) === name && other.line > block.line) || other.code.includes(name)),
  );
}

async function checkCommands(
  block: Block,
  next: Block | undefined,
  files: readonly PageFile[],
  surroundings: Surroundings,
): Promise<readonly string[]> {
  const problems: string[] = [];
  let printed = '';
  const isPromised = next !== undefined && isOutputOf(block, next);
  for (const line of block.code.trim().split('\n')) {
    const command = readCommand(wordsOf(line));
    const file = command.kind === 'run' ? files.find(({ name }) => name === command.file) : undefined;
    if (command.kind === 'wrong') problems.push(`${line}: ${command.reason}`);
    else if (file !== undefined && !isPromised) problems.push(...(await checkRun(command, file, surroundings)));
    else if (command.kind === 'run') {
      const { exitCode, output, errors } = await run(command.program, command.words, ...placeOf(surroundings));
      printed += output;
      if (exitCode !== 0) problems.push(`${line}: ended with ${exitCode}\n${output}${errors}`);
    }
  }
  return isPromised && problems.length === 0 ? differences(next.code.trim().split('\n'), printed) : problems;
}

async function checkRun(
  command: Command,
  { name, text }: PageFile,
  surroundings: Surroundings,
): Promise<readonly string[]> {
  if (command.kind !== 'run') return [`${name} cannot be run`];
  const { exitCode, output, errors } = await run(command.program, command.words, ...placeOf(surroundings));
  if (exitCode !== 0) return [`${name} ended with ${exitCode}\n${output}${errors}`];
  return differences(promisedBy(text), output);
}

/** A text right after commands is what they print. */
function isOutputOf({ code, line }: Block, next: Block): boolean {
  const end = line + code.split('\n').length;
  return next.language === 'text' && next.line <= end + 2;
}

function placeOf({ folder, environment }: Surroundings): [string, Surroundings['environment']] {
  return [folder, environment];
}

/** `...` stands for anything within a line. */
function differences(promised: readonly string[], output: string): readonly string[] {
  const printed = output.trim() === '' ? [] : output.trimEnd().split('\n');
  const fits = (line: string, index: number): boolean => {
    const parts = line.split('...').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
    return new RegExp(`^${parts.join('.*')}$`).test(printed[index]?.trimEnd() ?? '');
  };
  if (promised.length === printed.length && promised.every(fits)) return [];
  return [`prints\n${printed.join('\n')}\nand not\n${promised.join('\n')}`];
}

/** Without what is before lines: the formatter moves a piece to the margin. */
function isPieceOf(file: string, code: string): boolean {
  const unindented = (text: string): string => `\n${text.replaceAll(/^[ ]+/gm, '')}`;
  return unindented(readFileSync(join(root, file), 'utf8')).includes(unindented(code));
}

function isJson(code: string): boolean {
  try {
    JSON.parse(code);
    return true;
  } catch {
    return false;
  }
}
