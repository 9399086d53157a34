import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attempt } from '../src/run/attempt.ts';
import { runCampaign } from '../src/run/campaign.ts';
import { readCorpus } from '../src/run/corpus.ts';
import { allTargets } from '../src/targets/all.ts';
import { targetNames } from '../src/targets/names.ts';

const targets = await allTargets();

describe('the kept corpus', () => {
  test('belongs to parsers that there are, each of them with a name of its own', () => {
    expect(targets.map(({ name }) => name)).toEqual(targetNames);
    const folders = readdirSync(join(import.meta.dirname, '../corpus'));
    expect(targetNames).toEqual(expect.arrayContaining(folders));
  });

  test.each(targets.map((target) => [target.name, target] as const))(
    'of %s keeps every promise',
    async (name, target) => {
      for (const { why, input } of readCorpus(name)) {
        expect(await attempt(target, input, true), why).toMatchObject({ fault: undefined });
      }
    },
  );
});

describe('inputs that nobody wrote', () => {
  test.each(targets.map((target) => [target.name, target] as const))(
    'break no promise of %s',
    async (_name, target) => {
      const { findings, inputs } = await runCampaign(target, { inputs: 1000, seed: 2, corpus: [] });
      expect(findings).toEqual([]);
      expect(inputs).toBe(1000);
    },
  );
});
