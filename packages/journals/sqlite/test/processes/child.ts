import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A process that runs one of the programs beside this file. */
export interface Child {
  readonly process: ChildProcess;
  /** The whole lines that it has printed. */
  lines(): readonly string[];
  /** The lines, when it has ended. */
  readonly ended: Promise<readonly string[]>;
}

export function start(program: string, ...words: readonly string[]): Child {
  return started(process.execPath, [...nodeWords(program), ...words]);
}

/** The same, in a shell in which no file may grow beyond so many blocks of 512 or 1,024 bytes. */
export function startWithSmallFiles(blocks: number, program: string, ...words: readonly string[]): Child {
  const limited = `ulimit -f ${blocks}; exec "$0" "$@"`;
  return started('/bin/sh', ['-c', limited, process.execPath, ...nodeWords(program), ...words]);
}

function nodeWords(program: string): string[] {
  const path = fileURLToPath(new URL(program, import.meta.url));
  return ['--conditions=ducat-source', '--disable-warning=ExperimentalWarning', path];
}

function started(command: string, words: readonly string[]): Child {
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const lines = (): readonly string[] => printed.split('\n').slice(0, -1);
  const ended = new Promise<readonly string[]>((resolve) => child.once('close', () => resolve(lines())));
  return { process: child, lines, ended };
}

export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}
