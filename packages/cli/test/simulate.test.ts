import { describe, expect, it } from 'vitest';
import { ducat, routes } from './command.ts';

const header = 'key,amount,currency,bin,metadata.shop\n';
const row = (index: number): string =>
  `order-${index},${index % 2 === 0 ? '600.10' : '5.05'},EUR,411111,s${index % 3}\n`;
const csv = header + Array.from({ length: 1000 }, (_, index) => row(index)).join('');
const jsonl = Array.from({ length: 1000 }, (_, index) => {
  const [key, amount, currency, bin, shop] = row(index).trim().split(',');
  return JSON.stringify({ key, amount, currency, bin, metadata: { shop } });
}).join('\n');

interface Result {
  readonly requests: number;
  readonly routes: {
    file: string;
    providers: { provider: string; requests: number; volume: Record<string, string> }[];
    rules: { rule: string; requests: number }[];
  }[];
  readonly moved?: { from: string; to: string; requests: number }[];
}

async function simulate(words: readonly string[], files: Readonly<Record<string, string>>): Promise<Result> {
  const { exitCode, output, errors } = await ducat(['routes', 'simulate', ...words, '--json'], {
    'r.yaml': routes,
    ...files,
  });
  expect([exitCode, errors]).toEqual([0, '']);
  return JSON.parse(output) as Result;
}

describe('ducat routes simulate', () => {
  it('counts every request and every minor unit once', async () => {
    const result = await simulate(['r.yaml', 'q.csv'], { 'q.csv': csv });
    expect(result.requests).toBe(1000);
    const { providers = [], rules = [] } = result.routes[0] ?? {};
    expect(providers.reduce((sum, { requests }) => sum + requests, 0)).toBe(1000);
    const cents = providers.reduce((sum, { volume }) => sum + BigInt((volume['EUR'] ?? '').replace('.', '')), 0n);
    expect(cents).toBe(500n * 60010n + 500n * 505n);
    expect(rules).toEqual([
      { rule: 'large in EUR', requests: 500 },
      { rule: 'volume', requests: 500 },
    ]);
  });

  it('makes the same of CSV and of JSON lines', async () => {
    const [one, other] = [
      await simulate(['r.yaml', 'q.csv'], { 'q.csv': csv }),
      await simulate(['r.yaml', 'q.jsonl'], { 'q.jsonl': jsonl }),
    ];
    expect(other).toEqual(one);
  });

  it('shows two sets of routes side by side, and who moves from where to where', async () => {
    const files = {
      'q.csv': csv,
      'new.yaml': routes.replace('paymega: 70, paycross: 30', 'paymega: 30, paycross: 70'),
    };
    const result = await simulate(['r.yaml', 'q.csv', '--against', 'new.yaml'], files);
    const [before, after] = result.routes.map(
      ({ providers }) => providers.find(({ provider }) => provider === 'paycross')?.requests ?? 0,
    );
    expect(result.moved).toEqual([{ from: 'paymega', to: 'paycross', requests: (after ?? 0) - (before ?? 0) }]);
    const { output } = await ducat(['routes', 'simulate', 'r.yaml', 'q.csv', '--against', 'new.yaml'], {
      'r.yaml': routes,
      ...files,
    });
    expect(output).toMatch(/^1000 requests\n\ntried first +r\.yaml +new\.yaml\n/);
    expect(output).toMatch(/\npaymega -> paycross +\d+\n$/);
    expect(output).toMatch(/\nlarge in EUR +500 +500\n/);
  });

  it('splits requests that have no keys too', async () => {
    const bare = `amount,currency\n${'5.05,EUR\n'.repeat(400)}`;
    const { providers = [] } = (await simulate(['r.yaml', 'q.csv'], { 'q.csv': bare })).routes[0] ?? {};
    const paycross = providers.find(({ provider }) => provider === 'paycross')?.requests ?? 0;
    expect(paycross / 400).toBeCloseTo(0.3, 1);
  });

  it('finds the same files the same', async () => {
    expect((await simulate(['r.yaml', 'q.csv', '--against', 'r.yaml'], { 'q.csv': csv })).moved).toEqual([]);
  });

  it('counts requests that nobody can take', async () => {
    const files = { 'q.jsonl': '{"amount":"1","currency":"EUR","source":"token","issuedBy":"somebody"}\n' };
    expect((await simulate(['r.yaml', 'q.jsonl'], files)).routes[0]?.providers).toEqual([
      { provider: '(nobody)', requests: 1, volume: { EUR: '1.00' } },
    ]);
  });

  it('learns from what became of the requests before', async () => {
    const preferring =
      routes.replace('split: { paymega: 70, paycross: 30 }', 'prefer: success_rate') +
      'successRate: { explorePercent: 0 }\n';
    const lines = Array.from({ length: 50 }, (_, index) => {
      return JSON.stringify({
        key: `o${index}`,
        amount: '5.00',
        currency: 'USD',
        bin: '411111',
        at: '2026-05-06T12:00:00Z',
        provider: 'paymega',
        status: 'declined',
      });
    });
    const result = await simulate(['p.yaml', 'q.jsonl'], { 'p.yaml': preferring, 'q.jsonl': lines.join('\n') });
    const firsts = Object.fromEntries(
      result.routes[0]?.providers.map(({ provider, requests }) => [provider, requests]) ?? [],
    );
    expect(firsts).toEqual({ paymega: 1, paycross: 49 });
  });

  it.each([
    [
      'amount',
      'q.csv',
      `${header}a,5.005,EUR,,\n`,
      /^q\.csv:2: amount: must be more than zero and have no more digits than EUR\n$/,
    ],
    ['row in the middle', 'q.csv', `${csv}x,oops,EUR,,\n`, /^q\.csv:1002: amount: must be/],
    ['column', 'q.csv', 'key,amout\na,1\n', /^q\.csv:1: amout: is not a known column; check its spelling\n$/],
    [
      'header that is data',
      'q.csv',
      '4111111111111111,12\n4111111111111111,13\n',
      /^q\.csv:1: a column: is not a known column/,
    ],
    ['number of cells', 'q.csv', `${header}a,5.00\n`, /^q\.csv:2: is no CSV: record inconsistent columns\n$/],
    [
      'card number',
      'q.csv',
      `${header}a,5.00,EUR,4111111111111111,\n`,
      /^q\.csv:2: bin: must be the first six digits of the card, and no more\n$/,
    ],
    [
      'line of JSON',
      'q.jsonl',
      '{"amount":"1","currency":"EUR"}\n\n{"bin":"4111111111111111"\n',
      /^q\.jsonl:3: is no JSON\n$/,
    ],
    [
      'field of JSON',
      'q.jsonl',
      '{"amount":"1","currency":"EUR","customer":{"nam":"x"}}',
      /^q\.jsonl:1: customer\.nam: is not a known field/,
    ],
    ['kind of file', 'q.txt', 'x', /^q\.txt: must be \.csv, \.jsonl or \.ndjson\n$/],
  ])('with a wrong %s exits with 2 and names file, line and field', async (_, name, text, message) => {
    const { exitCode, output, errors } = await ducat(['routes', 'simulate', 'r.yaml', name], {
      'r.yaml': routes,
      [name]: text,
    });
    expect(errors).toMatch(message);
    expect(errors).not.toContain('411111');
    expect([exitCode, output]).toEqual([2, '']);
  });

  it('shows a bar on long files to people, and only to them', async () => {
    const long =
      header +
      Array.from({ length: 120_000 }, (_, index) => `order-${index},5.05,EUR,411111,a-shop-with-a-long-name\n`).join(
        '',
      );
    const files = { 'r.yaml': routes, 'q.csv': long };
    const [seen, piped] = [
      await ducat(['routes', 'simulate', 'r.yaml', 'q.csv'], files, true),
      await ducat(['routes', 'simulate', 'r.yaml', 'q.csv'], files),
    ];
    expect(seen.errors).toMatch(/q\.csv █+░* \d+ %/);
    expect(piped.errors).toBe('');
    expect(seen.output).toBe(piped.output);
  });
});
