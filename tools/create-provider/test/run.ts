import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What the command printed; rejects with it when the command fails. */
export async function run(command: string, options: readonly string[], cwd: string): Promise<string> {
  // A test runner in a test runner would otherwise take itself for a worker of the outer one.
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_OPTIONS|TEST)/.test(name));
  const env = { ...Object.fromEntries(own), NO_COLOR: '1' };
  try {
    const { stdout, stderr } = await execute(command, options, { cwd, env, maxBuffer: 2 ** 26 });
    return stdout + stderr;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${options.join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
}
