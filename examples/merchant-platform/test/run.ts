import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);

export interface Ended {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs `pnpm <script>` of the root as pnpm would, without needing pnpm on the path. */
export async function runScript(command: string): Promise<Ended> {
  const [pnpm, name = '', ...rest] = command.split(' ');
  const { scripts } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const script = scripts[name];
  if (pnpm !== 'pnpm' || script === undefined || rest.length > 0) throw new Error(`no script of the root: ${command}`);
  // A test runner's own settings are none of the script's business.
  const own = Object.entries(process.env).filter(([variable]) => !/^(VITEST|NODE_OPTIONS|TEST)/.test(variable));
  const path = `${fileURLToPath(new URL('node_modules/.bin', root))}:${process.env['PATH']}`;
  const env = { ...Object.fromEntries(own), NO_COLOR: '1', PATH: path };
  return await new Promise((resolve) => {
    execFile('sh', ['-c', script], { cwd: fileURLToPath(root), env }, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr });
    });
  });
}
