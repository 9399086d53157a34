import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Card, Money } from '@ducat/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ran } from './command.ts';
import { ducat } from './command.ts';
import { payments } from './review/payments.ts';

const module = fileURLToPath(new URL('review/payments.ts', import.meta.url));
let folder: string;

/** Two charges of which nobody knows what became of them. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ducat-review-'));
  vi.stubEnv('DUCAT_TEST_JOURNAL', join(folder, 'journal.sqlite'));
  const engine = payments();
  const card = new Card({ number: '4111111111111111', expiryMonth: 10, expiryYear: 2035 });
  const request = {
    amount: Money.parse('10.50', 'EUR'),
    description: 'A hat',
    source: { kind: 'card', card },
  } as const;
  await engine.charge(request, { key: 'order-1' });
  await engine.charge(request, { key: 'order-2' });
  while ((await engine.reviews()).length < 2) await wait(5);
  await engine.close();
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function review(...words: readonly string[]): Promise<Ran> {
  return await ducat(['review', ...words, '--payments', module]);
}

const by = ['--by', 'olena', '--note', 'seen in the dashboard'];

describe('ducat review', () => {
  it('lists what waits for a decision, the oldest first', async () => {
    const { output, exitCode } = await review('list');
    const lines = output.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^order-1-1\/1 {2}\d{4}-\S+Z {2}charge {2}10\.50 EUR {2}silent {2}silent can /);
    expect(exitCode).toBe(0);
  });

  it('lists it as JSON, with everything that is known', async () => {
    const { output } = await review('list', '--json');
    expect(JSON.parse(output)).toMatchObject([
      { id: 'order-1-1/1', payment: 'order-1', requested: { minorUnits: '1050', currency: 'EUR' } },
      { id: 'order-2-1/1' },
    ]);
  });

  it('shows the evidence of one and what can be decided', async () => {
    const { output } = await review('show', 'order-1');
    expect(output).toContain('reference    order-1-1\n');
    expect(output).toMatch(
      /What is known:\n {2}\d{4}\S+Z sent to silent as order-1-1\n {2}\d{4}\S+Z answer: nothing usable/,
    );
    expect(output).toMatch(/What can be decided:\n {2}approved +the provider shows/);
    expect(output).not.toContain('order-2');
  });

  it('takes a decision, which the journal keeps', async () => {
    const approval = ['--provider-reference', 'tx-1', '--amount', '10.50 EUR', ...by];
    expect(await review('decide', 'order-1-1/1', 'approved', ...approval)).toEqual({
      exitCode: 0,
      output: 'charge order-1: approved\n',
      errors: '',
    });
    expect((await review('decide', 'order-2-1/1', 'nothing_taken', ...by)).output).toBe('charge order-2: declined\n');
    expect((await review('list')).output).toBe('nothing waits for a decision\n');
    const engine = payments();
    expect((await engine.get('order-1'))?.operations[0]).toMatchObject({
      status: 'approved',
      providerReference: 'tx-1',
    });
    await engine.close();
  });

  it.each([
    [['order-9-1/1', 'nothing_taken'], 'review: names no review'],
    [['order-1-1/1', 'handled'], 'decision: must be one of these: approved, nothing_taken, again'],
    [['order-1-1/1', 'approved'], 'approved needs --provider-reference and --amount'],
    [['order-1-1/1', 'nothing_taken', '--amount', '1.00 EUR'], '--amount: goes with the decision approved only'],
    [['order-1-1/1', 'approved', '--provider-reference', 'x', '--amount', '10,50 EUR'], '--amount: '],
    [
      ['order-1-1/1', 'approved', '--provider-reference', 'x', '--amount', '9.00 EUR'],
      'amount: must be what was asked for',
    ],
  ])('refuses %j, says why, exits with 2, and decides nothing', async (words, message) => {
    const { errors, exitCode } = await review('decide', ...words, ...by);
    expect(errors).toContain(message);
    expect(exitCode).toBe(2);
    expect((await review('list')).output.trim().split('\n')).toHaveLength(2);
  });

  it('says what is wrong with a module that has no engine', async () => {
    const files = { 'nothing.mjs': 'export const other = 1;', 'broken.mjs': 'import "absent";' };
    const nothing = await ducat(['review', 'list', '--payments', 'nothing.mjs'], files);
    expect([nothing.exitCode, nothing.errors]).toEqual([2, expect.stringContaining('has to export payments')]);
    const broken = await ducat(['review', 'list', '--payments', 'broken.mjs'], files);
    expect([broken.exitCode, broken.errors]).toEqual([2, expect.stringContaining('cannot be loaded')]);
  });

  it('says what is missing when no module is named', async () => {
    const { exitCode, errors } = await ducat(['review', 'list']);
    expect(errors).toContain('--payments');
    expect(exitCode).toBe(2);
  });
});
