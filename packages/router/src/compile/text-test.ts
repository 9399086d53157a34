import type { TextCondition } from '../routes/conditions.ts';
import type { Check } from './check.ts';
import type { FactValue, ReadFact } from './dimensions.ts';

type TextTest = Exclude<TextCondition, string | readonly string[]>;

export function isTextTest(condition: TextCondition): condition is TextTest {
  return typeof condition === 'object' && !Array.isArray(condition);
}

/** A test of one text: how it begins or ends, or whether it is there. */
export function compileTextTest(dimension: string, read: ReadFact, test: TextTest): Check {
  const holds = compile(test);
  return { text: `${dimension} ${JSON.stringify(test)}`, accepts: (facts) => holds(read(facts)) };
}

function compile(test: TextTest): (value: FactValue) => boolean {
  if ('startsWith' in test) return (value) => typeof value === 'string' && value.startsWith(test.startsWith);
  if ('endsWith' in test) return (value) => typeof value === 'string' && value.endsWith(test.endsWith);
  return (value) => (value !== undefined) === test.present;
}
