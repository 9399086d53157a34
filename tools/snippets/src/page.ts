/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  /** `file=`: the file of this repository that it is a piece of. */
  readonly file: string | undefined;
  /** `save=`: the file that the reader writes. Blocks of one name are one file, in their order. */
  readonly save: string | undefined;
  readonly code: string;
  /** The line of the page on which the code begins, from 1. */
  readonly line: number;
}

/** A page of the documentation. */
export interface Page {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

const fence = /^```(.*)\n([^]*?)^```$/gm;

export function readPage(path: string, text: string): Page {
  const blocks = Array.from(text.matchAll(fence), (match): Block => {
    const [, information = '', code = ''] = match;
    const [language = '', ...attributes] = information.trim().split(/\s+/);
    const attribute = (name: string): string | undefined =>
      attributes.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
    const line = text.slice(0, match.index).split('\n').length + 1;
    return { language, file: attribute('file'), save: attribute('save'), code, line };
  });
  return { path, text, blocks };
}

/** The page without its blocks, line for line. */
export function proseOf({ text }: Page): string {
  return text.replaceAll(fence, (block) => block.replaceAll(/[^\n]/g, ''));
}
