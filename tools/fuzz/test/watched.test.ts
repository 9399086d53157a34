import { describe, expect, test } from 'vitest';
import type { Campaign } from '../src/run/campaign.ts';
import { inputAt } from '../src/run/draw.ts';
import { runAll } from '../src/run/workers.ts';
import { allTargets } from './planted-targets.ts';

const order = { inputs: 500, seed: 7, parser: '', keep: false };

/** What comes of a parser in a worker of its own, and of the sound one after it. */
async function campaignsOf(name: string): Promise<readonly Campaign[]> {
  const targets = new URL('planted-targets.ts', import.meta.url);
  const field = { targets, names: [name, 'planted.sound'], patience: 2000 };
  return runAll(order, field, () => undefined);
}

describe('a run', () => {
  test.each([
    ['never comes back', 'planted.endless'],
    ['answers with a promise that nobody keeps', 'planted.silent'],
  ])('ends although a parser %s, and names the input', async (_name, parser) => {
    const [lost, sound] = await campaignsOf(parser);
    expect(lost).toMatchObject({ target: parser, findings: [{ kind: 'hang', message: 'no end within 2 s' }] });
    const [finding] = lost?.findings ?? [];
    expect(JSON.stringify(finding?.input)).toContain('__proto__');
    expect(sound).toMatchObject({ target: 'planted.sound', inputs: 500, findings: [] });
  });

  test('ends although a parser ends the thread, and names the input', async () => {
    const [lost] = await campaignsOf('planted.fatal');
    expect(lost).toMatchObject({
      findings: [{ kind: 'foreign exception', message: 'the thread was ended with code 3' }],
    });
    expect(JSON.stringify(lost?.findings)).toContain('__proto__');
  });

  test('is the same for the same seed, input for input', async () => {
    const [target] = await allTargets();
    if (target === undefined) throw new Error('there is no target');
    const inputs = (seed: number): unknown[] =>
      Array.from({ length: 50 }, (_, number) => inputAt(target, [], seed, number, () => undefined));
    expect(inputs(3)).toEqual(inputs(3));
    expect(inputs(3)).not.toEqual(inputs(4));
    expect(inputAt(target, [{ why: 'kept', input: 'kept' }], 3, -2, () => undefined)).toBe('kept');
  });
});
