import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { promises } from '../../src/index.ts';

const program = fileURLToPath(new URL('node-test/reference.ts', import.meta.url));

test('the test runner of Node runs the contract as well', { timeout: 120_000 }, async () => {
  const parameters = ['--conditions=ducat-source', '--test', '--test-reporter=tap', program];
  const environment = { ...process.env, NODE_OPTIONS: '', NODE_TEST_CONTEXT: undefined };
  const { stdout } = await promisify(execFile)(process.execPath, parameters, {
    env: environment,
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(stdout).toContain(`# pass ${promises.length}\n`);
  expect(stdout).toContain('# fail 0\n');
});
