import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../input/json.ts';
import { objectIn, textIn } from '../input/json.ts';

/** An input that was worth keeping. */
export interface Kept {
  /** Why, in words: what it found, or what it came to. */
  readonly why: string;
  readonly input: Json;
}

const folder = join(import.meta.dirname, '../../corpus');

/** The kept inputs of a target, in the order of their file names. */
export function readCorpus(target: string): readonly Kept[] {
  const path = join(folder, target);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const { why, input = null } = objectIn(JSON.parse(readFileSync(join(path, name), 'utf8')) as Json);
      return { why: textIn(why), input };
    });
}

/** Keeps an input in a file of its own, and says where. */
export function keep(target: string, { why, input }: Kept): string {
  const text = `{\n  "why": ${JSON.stringify(why)},\n  "input": ${JSON.stringify(input)}\n}`;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 6);
  const words = why
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 48);
  mkdirSync(join(folder, target), { recursive: true });
  const path = join(folder, target, `${words}-${digest}.json`);
  writeFileSync(path, `${text}\n`);
  return path;
}
