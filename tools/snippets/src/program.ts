import type { Block, Page } from './page.ts';

/** A file that a reader of the page has in the end. */
export interface PageFile {
  readonly name: string;
  readonly text: string;
}

/** The files of a page. TypeScript stands on the lines that it has on the page, so that errors name them. */
export function filesOf({ blocks }: Page): readonly PageFile[] {
  const texts = new Map<string, string>();
  for (const block of blocks) {
    const name = nameOf(block);
    if (name !== undefined) texts.set(name, add(texts.get(name) ?? '', block));
  }
  return Array.from(texts, ([name, text]) => ({ name, text }));
}

/** What a block is called as a file, when it is one. */
export function nameOf({ language, file, save, line }: Block): string | undefined {
  if (file !== undefined) return undefined;
  return save ?? (language === 'ts' ? `line-${line}.ts` : undefined);
}

/** What the program says that it prints, line for line. */
export function promisedBy(text: string): readonly string[] {
  return Array.from(text.matchAll(/\/\/ prints: (.*)$/gm), ([, line = '']) => line);
}

function add(before: string, { language, code, line }: Block): string {
  if (language !== 'ts') return before + code;
  const lines = before.split('\n').length;
  return before + '\n'.repeat(Math.max(0, line - lines)) + code;
}
