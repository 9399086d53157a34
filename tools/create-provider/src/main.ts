import { fileURLToPath } from 'node:url';
import { createProvider } from './create-provider.ts';
import { Complaint } from './provider-name.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const [text, ...rest] = process.argv.slice(2);

try {
  if (text === undefined || rest.length > 0) throw new Complaint('give one name: pnpm new:provider acme');
  const { name, folder } = createProvider(root, text);
  console.log(`${folder} is a complete adapter of an imaginary provider, with its simulator and its contract test.

1. pnpm install                     links the new package into the workspace
2. pnpm exec vitest run ${folder}   the contract, green before any edit
3. docs/how-to/write-an-adapter.md   turns it into ${name.pascal}, file by file`);
} catch (error) {
  if (!(error instanceof Complaint)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
