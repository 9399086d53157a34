import { Money } from '@ducat/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexRules } from '../src/compile/rule-index.ts';
import { compileRule } from '../src/compile/rule.ts';
import { factsOf } from '../src/facts.ts';
import { question, rules } from './arbitraries.ts';
import { charge } from './house.ts';

// Many rules, so that there is something to divide.
const manyRules = fc
  .array(rules, { minLength: 2, maxLength: 12 })
  .map((lists) => lists.flat().map((rule, index) => ({ ...rule, name: `rule ${index}` })));

describe('the index of rules', () => {
  it('finds the rules that looking at each of them would find', () => {
    fc.assert(
      fc.property(manyRules, fc.array(question, { minLength: 1, maxLength: 10 }), (list, asked) => {
        const compiled = list.map(compileRule);
        const index = indexRules(compiled);
        for (const each of asked) {
          const facts = factsOf(each, undefined);
          const matching = compiled.filter((rule) => rule.accepts(facts));
          expect(index.all(facts).map((rule) => rule.index)).toEqual(matching.map((rule) => rule.index));
          expect(index.first(facts)?.index).toBe(matching[0]?.index);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds rules by ranges, at their ends too, whether they adjoin, overlap or lie within each other', () => {
    const range = fc.tuple(
      fc.integer({ min: 0, max: 120 }),
      fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 120 })),
    );
    fc.assert(
      fc.property(fc.array(range, { minLength: 9, maxLength: 80 }), fc.boolean(), (ranges, byBin) => {
        const compiled = ranges.map(([from, length], index) => {
          const bin = `${400_000 + from}-${400_000 + from + length - 1}`;
          const amount = {
            currency: 'EUR' as const,
            from: { minorUnits: from + 1 },
            below: { minorUnits: from + 1 + length },
          };
          return compileRule({ name: `rule ${index}`, if: byBin ? { bin } : { amount }, try: ['alpha'] }, index);
        });
        const index = indexRules(compiled);
        for (let value = 0; value < 250; value += 1) {
          const asked = charge(
            { amount: Money.of(BigInt(value + 1), 'EUR') },
            { card: { firstSix: String(400_000 + value) } },
          );
          const facts = factsOf(asked, undefined);
          const matching = compiled.filter((rule) => rule.accepts(facts)).map((rule) => rule.index);
          expect(index.all(facts).map((rule) => rule.index)).toEqual(matching);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('looks at few of ten thousand rules', () => {
    const kinds = [
      (n: number) => ({ metadata: { shop: `s${n}` } }),
      (n: number) => ({ currency: 'EUR' as const, bin: String(100_000 + n) }),
      (n: number) => ({ amount: { currency: 'EUR' as const, from: { minorUnits: n }, below: { minorUnits: n + 1 } } }),
      (n: number) => ({ customer: { reference: `c${n}` }, operation: 'charge' as const }),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), question, (kind, asked) => {
        let looks = 0;
        const compiled = Array.from({ length: 10_000 }, (_, index) => {
          const rule = compileRule({ name: `rule ${index}`, if: kind(index), try: ['alpha'] }, index);
          return {
            ...rule,
            accepts: (facts: Parameters<typeof rule.accepts>[0]) => {
              looks += 1;
              return rule.accepts(facts);
            },
          };
        });
        indexRules(compiled).first(factsOf(asked, undefined));
        expect(looks).toBeLessThan(20);
      }),
      { numRuns: 8 },
    );
  });
});
