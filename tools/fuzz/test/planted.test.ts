import { Money } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../src/run/campaign.ts';
import { runCampaign } from '../src/run/campaign.ts';
import { soundOutcome, targetOf } from './planted.ts';

const inputs = 2000;

/** What the fuzzer says of a parser within so many inputs. */
async function findingsIn(parse: (text: string) => unknown): Promise<readonly Finding[]> {
  const { findings } = await runCampaign(targetOf(parse), { inputs, seed: 7, corpus: [] });
  return findings;
}

/** Works for so long, whatever else the machine does. */
function busyFor(milliseconds: number): void {
  const before = process.threadCpuUsage();
  for (let spent = 0; spent < milliseconds * 1000;) {
    const { user, system } = process.threadCpuUsage(before);
    spent = user + system;
  }
}

/** The parsed answer, where it can be parsed. */
function read(text: string): { card?: { brand?: { toLowerCase(): string } | null } | null; __proto__?: unknown } {
  soundOutcome('{"status":"successful","amount":1001}');
  try {
    return JSON.parse(text) as object;
  } catch {
    return { card: null };
  }
}

/** Copies what it was given into an object of its own, as careless code does. */
function merge(into: Record<string, unknown>, from: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(from)) {
    const there = into[key];
    if (typeof value === 'object' && value !== null && typeof there === 'object' && there !== null) {
      merge(there as Record<string, unknown>, value as Record<string, unknown>);
    } else into[key] = value;
  }
}

describe('the fuzzer', () => {
  test('finds nothing in a parser that keeps its promises', async () => {
    expect(await findingsIn(soundOutcome)).toEqual([]);
  });

  test('finds a parser that throws what is not ours, with a small input', async () => {
    const [finding] = await findingsIn((text) => {
      const { card } = read(text);
      if (typeof card === 'object' && card !== null && 'brand' in card) card.brand?.toLowerCase();
      return soundOutcome(text);
    });
    expect(finding).toMatchObject({
      kind: 'foreign exception',
      message: expect.stringContaining('TypeError') as string,
    });
    expect(JSON.stringify(finding?.input).length).toBeLessThan(60);
  });

  test('finds a parser that lets an answer write into Object.prototype, and mends what it did', async () => {
    const [finding] = await findingsIn((text) => {
      merge({}, read(text) as Record<string, unknown>);
      return soundOutcome(text);
    });
    expect(finding).toMatchObject({ kind: 'pollution' });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('finds a parser that replaces what a prototype had before', async () => {
    const original = Array.prototype.at;
    const [finding] = await findingsIn((text) => {
      Array.prototype.at = function at(this: unknown[]): unknown {
        return this[0];
      };
      return soundOutcome(text);
    });
    expect(finding).toMatchObject({
      kind: 'pollution',
      message: expect.stringContaining('Array.prototype.at') as string,
    });
    expect(Array.prototype.at).toBe(original);
  });

  test('finds a parser that takes 60 ms for one kind of input', async () => {
    const [finding] = await findingsIn((text) => {
      if (text.includes('__proto__')) busyFor(60);
      return soundOutcome(text);
    });
    expect(finding).toMatchObject({ kind: 'slow' });
    expect(JSON.stringify(finding?.input)).toContain('__proto__');
  });

  test('forgives a parser that was slow only once, as with a machine that was busy', async () => {
    let times = 0;
    const found = await findingsIn((text) => {
      times += 1;
      if (times === 100) busyFor(80);
      return soundOutcome(text);
    });
    expect(found).toEqual([]);
  });

  test('finds a parser that approves another amount than was asked for', async () => {
    const [finding] = await findingsIn((text) => {
      const { amount } = read(text) as { amount?: unknown };
      const isWhole = typeof amount === 'number' && Number.isSafeInteger(amount);
      return isWhole
        ? { ...soundOutcome('{"status":"successful","amount":1001}'), amount: Money.of(BigInt(amount), 'USD') }
        : soundOutcome(text);
    });
    expect(finding).toMatchObject({
      kind: 'wrong result',
      message: expect.stringContaining('asked 10.01 USD') as string,
    });
  });

  test('finds a parser whose outcome is in no union', async () => {
    const [finding] = await findingsIn((text) => {
      const { status } = read(text) as { status?: unknown };
      return typeof status === 'string'
        ? { ...soundOutcome('{"status":"successful","amount":1001}'), status }
        : soundOutcome(text);
    });
    expect(finding).toMatchObject({ kind: 'wrong result', message: expect.stringContaining('the status') as string });
  });

  test('finds a parser that hides a foreign exception behind an error of ours', async () => {
    const { DucatError } = await import('@ducat/core');
    const [finding] = await findingsIn(() => {
      throw new DucatError({ code: 'internal', message: 'defect', effect: 'none' });
    });
    expect(finding).toMatchObject({ kind: 'foreign exception' });
  });

  test('finds a parser that keeps what it was given', async () => {
    const kept: unknown[] = [];
    const found = await findingsIn((text) => {
      kept.push(Array.from({ length: 4000 }, () => text.length + Math.random()));
      return soundOutcome(text);
    });
    expect(found).toMatchObject([{ kind: 'wrong result', message: expect.stringContaining('left behind') as string }]);
  });

  test('finds a parser that leaves timers behind', async () => {
    const timers: NodeJS.Timeout[] = [];
    const found = await findingsIn((text) => {
      if (timers.length < 3) timers.push(setTimeout(() => undefined, 60_000));
      return soundOutcome(text);
    });
    for (const timer of timers) clearTimeout(timer);
    expect(found).toMatchObject([{ kind: 'wrong result', message: expect.stringContaining('timers') as string }]);
  });
});
