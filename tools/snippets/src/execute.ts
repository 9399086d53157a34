import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);

// Compiling the packages again for every program would be most of what it takes.
const cache = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));

/** How a command ended and what it printed. */
export interface Executed {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command in a folder, for a minute at most. */
export async function run(
  command: string,
  words: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Executed> {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, NO_COLOR: '1', NODE_COMPILE_CACHE: cache, ...environment };
  try {
    const { stdout, stderr } = await execute(command, words, { cwd, env, timeout: 60_000, maxBuffer: 2 ** 24 });
    return { exitCode: 0, output: stdout, errors: stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string };
    return { exitCode: typeof code === 'number' ? code : 1, output: stdout, errors: stderr || String(error) };
  }
}
