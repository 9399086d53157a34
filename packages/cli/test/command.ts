import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { run } from '../src/run.ts';

/** What a command printed, and how it ended. */
export interface Ran {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command over files of these names and texts; each name stands for its path among the words. */
export async function ducat(
  words: readonly string[],
  files: Readonly<Record<string, string>> = {},
  isTTY = false,
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'ducat-cli-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const placed = words.map((word) => {
    const name = word.replace(/^@/, '');
    return name in files ? word.replace(name, join(folder, name)) : word;
  });
  const [output, errors] = [collector(), collector()];
  const exitCode = await run(placed, {
    output: output.stream,
    errors: Object.assign(errors.stream, { isTTY }),
    now: () => Date.parse('2026-05-06T12:00:00Z'),
  });
  return { exitCode, output: output.text(), errors: errors.text() };
}

function collector(): { readonly stream: Writable; text(): string } {
  const parts: string[] = [];
  const stream = new Writable({
    write(part: Buffer, _, done) {
      parts.push(part.toString('utf8'));
      done();
    },
  });
  return { stream, text: () => parts.join('') };
}

export const routes = `version: 1
providers:
  - id: paymega
  - id: paycross
    limits:
      currencies: [EUR, USD]
      sources: [card, token]
rules:
  - name: large in EUR
    if:
      amount: { currency: EUR, from: '500.00' }
    try: [paycross, paymega]
  - name: volume
    split: { paymega: 70, paycross: 30 }
`;
