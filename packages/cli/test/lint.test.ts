import { describe, expect, it } from 'vitest';
import { ducat, routes } from './command.ts';

const faulty = `version: 1
providers: [{ id: paymega }, { id: paycross }]
rules:
  - name: everything
    split:
      paymega: 70
      paycross: 20
  - name: late
    if: { currency: EUR }
    try: [paymega, paycros]
`;

describe('ducat routes lint', () => {
  it('finds nothing in good routes and exits with 0', async () => {
    expect(await ducat(['routes', 'lint', 'r.yaml'], { 'r.yaml': routes })).toEqual({
      exitCode: 0,
      output: 'r.yaml: nothing found\n',
      errors: '',
    });
  });

  it('tells every finding with its line, field and rule, and exits with 1', async () => {
    const { exitCode, output } = await ducat(['routes', 'lint', 'r.yaml'], { 'r.yaml': faulty });
    expect(output.trim().split('\n')).toEqual([
      'r.yaml:5: error: rules.0.split (rule "everything"): adds up to 90 %, and must to 100 %',
      'r.yaml:10: error: rules.1.try.1 (rule "late"): "paycros" is no provider; there are paymega, paycross',
      'r.yaml:8: warning: rules.1 (rule "late"): can never be reached: rule "everything" before it takes all that it matches',
    ]);
    expect(exitCode).toBe(1);
  });

  it('knows the lines of JSON too, and of fields that are not known', async () => {
    const json = '{\n "version": 1,\n "rules": [\n  { "name": "a",\n    "tyr": ["b"],\n    "try": ["b"] }\n ]\n}';
    const { output } = await ducat(['routes', 'lint', 'r.json'], { 'r.json': json });
    expect(output).toBe('r.json:5: error: rules.0.tyr: is not a known field; check its spelling\n');
  });

  it('knows the lines of what an alias stands for', async () => {
    const aliased = 'version: 1\nproviders:\n  - &all { id: a,\n      limits: { tokenise: never } }\nrules: []\n';
    const shared = `${aliased.replace('&all', '&one')}  # the same again\n`.replace('rules: []', '  - *one\nrules: []');
    const { output } = await ducat(['routes', 'lint', 'r.yaml'], { 'r.yaml': shared });
    const wrong = 'limits.tokenise: is not a known field; check its spelling';
    expect(output.trim().split('\n')).toEqual([
      `r.yaml:4: error: providers.0.${wrong}`,
      `r.yaml:4: error: providers.1.${wrong}`,
    ]);
  });

  it('prints findings as JSON, with their lines', async () => {
    const { exitCode, output } = await ducat(['routes', 'lint', 'r.yaml', '--json'], { 'r.yaml': faulty });
    const { file, findings } = JSON.parse(output) as { file: string; findings: { code: string; line: number }[] };
    expect(file).toBe('r.yaml');
    expect(findings.map(({ code, line }) => [code, line])).toEqual([
      ['split_sum', 5],
      ['unknown_provider', 10],
      ['unreachable', 8],
    ]);
    expect(exitCode).toBe(1);
  });

  it('exits with 0 on notices, and with 1 when it is strict', async () => {
    const overlapping = `${routes.slice(0, routes.indexOf('rules:'))}rules:
  - { name: euro, if: { currency: EUR }, try: [paymega] }
  - { name: visa, if: { brand: visa }, try: [paycross] }
`;
    const files = { 'r.yaml': overlapping };
    expect(await ducat(['routes', 'lint', 'r.yaml'], files)).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('notice') as string,
    });
    expect((await ducat(['routes', 'lint', 'r.yaml', '--strict'], files)).exitCode).toBe(1);
  });

  it('says that it takes every provider to be able, when the file says nothing of them', async () => {
    const bare = 'version: 1\nrules: [{ name: a, try: [somebody] }]\n';
    const { exitCode, errors } = await ducat(['routes', 'lint', 'r.yaml'], { 'r.yaml': bare });
    expect(exitCode).toBe(0);
    expect(errors).toContain('describes no providers');
    const providers = 'providers: [{ id: other }]\n';
    const told = await ducat(['routes', 'lint', 'r.yaml', '--providers', 'p.yaml'], {
      'r.yaml': bare,
      'p.yaml': providers,
    });
    expect(told).toMatchObject({
      exitCode: 1,
      errors: '',
      output: expect.stringContaining('"somebody" is no provider') as string,
    });
  });

  it.each([
    ['no such file', ['routes', 'lint', 'nothing.yaml'], {}, /^nothing\.yaml: cannot be read: ENOENT\n$/],
    ['no YAML', ['routes', 'lint', 'r.yaml'], { 'r.yaml': 'version: 1\nrules: [\n' }, /^r\.yaml:\d: .+\n$/],
    [
      'one key twice',
      ['routes', 'lint', 'r.yaml'],
      { 'r.yaml': 'version: 1\nversion: 1\n' },
      /^r\.yaml:2: Map keys must be unique\n$/,
    ],
    [
      'providers that are none',
      ['routes', 'lint', 'r.yaml', '--providers', 'p.yaml'],
      { 'r.yaml': routes, 'p.yaml': 'providers:\n  - id: 5\n' },
      /^p\.yaml:2: error: providers\.0\.id: must be/,
    ],
    [
      'a file without providers',
      ['routes', 'lint', 'r.yaml', '--providers', 'p.yaml'],
      { 'r.yaml': routes, 'p.yaml': 'a: 1\n' },
      /^p\.yaml: has no section providers\n$/,
    ],
    ['an unknown option', ['routes', 'lint', 'r.yaml', '--loud'], { 'r.yaml': routes }, /unknown option '--loud'/],
    ['an unknown command', ['routes', 'burn'], {}, /unknown command 'burn'/],
    ['no file named', ['routes', 'lint'], {}, /missing required argument 'file'/],
  ])('with %s exits with 2 and says why in one sentence', async (_, words, files, message) => {
    const { exitCode, output, errors } = await ducat(words, files);
    expect(errors).toMatch(message);
    expect([exitCode, output]).toEqual([2, '']);
  });

  it('helps without being an error', async () => {
    const { exitCode, output } = await ducat(['routes', '--help']);
    expect(exitCode).toBe(0);
    for (const command of ['lint', 'explain', 'simulate']) expect(output).toContain(command);
  });
});
