import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { clientNames } from '../src/clients/all.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const figure = { median: expect.any(Number), low: expect.any(Number), high: expect.any(Number) };

/** A run of a few calls: too few to say anything about speed, enough to see that everything is measured. */
async function run(...given: readonly string[]): Promise<unknown> {
  const few = ['--generations', '1', '--rounds', '2', '--calls', '8', '--sequential', '3', '--warm-up', '1'];
  const rest = ['--imports', '1', '--plans', '50', '--operations', '1500', '--json'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=ducat-source', main, ...few, ...rest, ...given],
    { maxBuffer: 1e7 },
  );
  return JSON.parse(stdout);
}

describe('a run', () => {
  test('measures every client beside raw undici', { timeout: 120_000 }, async () => {
    const ratios = { cpu: figure, throughput: figure, p50: figure, p99: figure, memory: figure };
    expect(await run('--only', 'calls')).toMatchObject({
      node: process.versions.node,
      baseline: ratios,
      clients: clientNames.map((name) => ({ name, ratios })),
    });
  });

  test('measures imports, plans and leases', { timeout: 120_000 }, async () => {
    expect(await run('--only', 'imports,plan,lease')).toMatchObject({
      clients: [],
      imports: [
        { name: 'undici + zod', milliseconds: figure, cpu: figure, more: { median: 0 } },
        { name: 'core + adapter', milliseconds: figure, more: figure },
        { name: 'core + adapter + engine + SQLite' },
        { name: 'stripe' },
        { name: 'adyen' },
      ],
      plans: [
        { rules: 10, microseconds: figure },
        { rules: 10_000, microseconds: figure },
      ],
      leases: [
        { journal: 'memory', operations: 1500, milliseconds: figure },
        { journal: 'sqlite', operations: 1500, milliseconds: figure },
      ],
      targets: expect.arrayContaining([
        {
          what: 'plan() at 10 rules',
          target: 'at most 2 µs',
          unit: 'µs',
          measured: figure,
          verdict: expect.stringMatching(/^(met|missed)$/),
        },
      ]),
    });
  });
});
