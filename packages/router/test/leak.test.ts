import { inspect } from 'node:util';
import { DucatError, Secret } from '@ducat/core';
import type { RoutingQuestion } from '@ducat/router';
import { createRouter, lintRoutes } from '@ducat/router';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { question, rules } from './arbitraries.ts';
import { charge, providers, routes, token, visa } from './house.ts';

const numbers = ['4111111111111111', '5555555555554444', '411111111', '987', 'tok_5169147129584558', 'c-1'];

describe('what a router prints', () => {
  it('holds no card number, security code, token or customer (defect 55)', () => {
    const secret = token('alpha');
    const source = secret.kind === 'token' ? { ...secret, securityCode: new Secret('987') } : secret;
    const stored = charge({ source, customer: { reference: 'c-1' } });
    fc.assert(
      fc.property(
        rules,
        fc.oneof(question, fc.constant<RoutingQuestion>(stored), fc.constant(charge())),
        (list, asked) => {
          const router = createRouter({ providers, routes: routes(list) });
          const printed = inspect([router, router.plan(asked)], { depth: 20 }) + JSON.stringify(router.plan(asked));
          for (const number of numbers) expect(printed).not.toContain(number);
        },
      ),
    );
    expect(visa.toString()).toContain('411111');
  });

  it('of a wrong rule names the field and never the value', () => {
    const wrong = [{ name: 'rule', if: { bin: '4111111111111111' }, try: ['alpha'], note: 5 }];
    const findings = lintRoutes(routes(wrong as never), providers);
    expect(findings.map(({ place }) => place.join('.'))).toEqual(['rules.0.note', 'rules.0.if.bin']);
    expect(JSON.stringify(findings)).not.toContain('4111111111');
    expect(() => createRouter({ providers, routes: routes(wrong as never) })).toThrow(
      expect.toSatisfy((error) => DucatError.is(error) && !JSON.stringify(error).includes('4111111111')) as Error,
    );
  });

  it('cannot hold a card number by way of a rule’s name', () => {
    const named = routes([{ name: 'card 4111 1111 1111 1111', try: ['alpha'] }]);
    expect(() => createRouter({ providers, routes: named })).toThrow(/rules\.0\.name/);
  });
});
