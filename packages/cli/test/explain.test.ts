import { describe, expect, it } from 'vitest';
import { ducat, routes } from './command.ts';

const explain = (request: unknown, ...more: string[]) =>
  ducat(
    [
      'routes',
      'explain',
      'r.yaml',
      '--request',
      typeof request === 'string' ? request : JSON.stringify(request),
      ...more,
    ],
    { 'r.yaml': routes },
  );

describe('ducat routes explain', () => {
  it('shows who is tried, in which order, and why', async () => {
    const { exitCode, output } = await explain({ amount: '620.00', currency: 'EUR', bin: '411111' });
    expect(output).toBe(
      '1.  paycross  chosen by rule "large in EUR": number 1 of 2\n2.  paymega   chosen by rule "large in EUR": number 2 of 2\n',
    );
    expect(exitCode).toBe(0);
  });

  it('shows why the others are not', async () => {
    const { output } = await explain({ amount: '6.00', currency: 'EUR', source: 'token', issuedBy: 'paycross' });
    expect(output).toContain('1.  paycross  chosen: the token was issued by it\n');
    expect(output).toContain(
      '-   paymega   left out: the token was issued by "paycross", and no other provider can use it\n',
    );
  });

  it('goes by what the file says that providers can do', async () => {
    const { output } = await explain({ amount: '6.00', currency: 'GBP' });
    expect(output).toContain('-   paycross  left out: does not take GBP\n');
    expect((await explain({ amount: '6.00', currency: 'EUR', source: 'hosted' })).output).toContain(
      'has no payment page',
    );
  });

  it('exits with 1 when nobody can take it', async () => {
    const { exitCode, output } = await explain({
      amount: '6.00',
      currency: 'EUR',
      source: 'token',
      issuedBy: 'somebody',
    });
    expect(output).toMatch(/^Nobody can take it\.\n/);
    expect(exitCode).toBe(1);
  });

  it('prints the plan as JSON', async () => {
    const { output } = await explain({ amount: '620.00', currency: 'EUR' }, '--json');
    expect(JSON.parse(output)).toMatchObject({
      candidates: ['paycross', 'paymega'],
      lines: [{ rule: 'large in EUR' }, {}],
    });
  });

  it('reads the request from a file', async () => {
    const files = { 'r.yaml': routes, 'q.json': '{ "amount": "620.00", "currency": "EUR" }' };
    const { output } = await ducat(['routes', 'explain', 'r.yaml', '--request', '@q.json'], files);
    expect(output).toContain('1.  paycross');
  });

  it.each<[string, unknown, string]>([
    ['amount in floating point', { amount: 6.2, currency: 'EUR' }, '--request: amount: must be a decimal'],
    ['amount of too many digits', { amount: '6.205', currency: 'EUR' }, '--request: amount: must be more than zero'],
    ['currency', { amount: '6', currency: 'eur' }, '--request: currency: must be an ISO 4217 code'],
    ['field', { amount: '6', currency: 'EUR', curency: 1 }, '--request: curency: is not a known field'],
    [
      'token without an issuer',
      { amount: '6', currency: 'EUR', source: 'token' },
      '--request: issuedBy: names the provider',
    ],
    [
      'card number',
      { amount: '6', currency: 'EUR', bin: '4111111111111111' },
      '--request: bin: must be the first six digits',
    ],
    [
      'field named by a card number',
      { amount: '6', currency: 'EUR', '4111111111111111': 1 },
      '--request: a field: is not a known field',
    ],
    ['JSON', '{"bin":"4111111111111111"', '--request: is no JSON'],
  ])('with a wrong %s exits with 2, names the field and quotes no value', async (_, request, message) => {
    const { exitCode, output, errors } = await explain(request);
    expect(errors).toContain(message);
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(errors + output).not.toContain('411111');
    expect(exitCode).toBe(2);
  });

  it('does not use routes that programs refuse, and tells each error with its line', async () => {
    const wrong = routes.replace('paycross: 30', 'paycross: 20').replace("from: '500.00'", 'from: 500.00');
    const { exitCode, errors } = await ducat(['routes', 'explain', 'r.yaml', '--request', '{}'], { 'r.yaml': wrong });
    expect(errors).toMatch(/^r\.yaml:11: error: rules\.0\.if\.amount\.from: must be a decimal in quotes/m);
    expect(exitCode).toBe(2);
  });
});
