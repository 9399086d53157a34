import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { describeFinding } from '../src/finding.ts';
import { readTree, repositoryOf } from '../src/repository.ts';
import type { RuleName } from '../src/rules.ts';
import { rules } from '../src/rules.ts';
import { arrowFixtures } from './fixtures/arrows.ts';
import { fileFixtures } from './fixtures/files.ts';
import { syntaxFixtures } from './fixtures/syntax.ts';

const ruleNames = Object.keys(rules) as RuleName[];
const repository = repositoryOf(readTree(fileURLToPath(new URL('../../..', import.meta.url))));
const fixtures = [...arrowFixtures, ...fileFixtures, ...syntaxFixtures];

describe('in this repository', () => {
  test.each(ruleNames)('%s', (name) => {
    expect(rules[name](repository).map(describeFinding)).toEqual([]);
  });

  test('there are packages and files to look at', () => {
    expect(repository.packages.map(({ folder }) => folder)).toContain('packages/core');
    expect(repository.sources.map(({ path }) => path)).toContain('packages/core/src/index.ts');
  });
});

describe('a tree that breaks a decision is reported in words, and one that does not is left alone', () => {
  test.each(fixtures.map((fixture) => [fixture.rule, Object.keys(fixture.tree).at(-1), fixture] as const))(
    '%s: %s',
    (_rule, _path, { rule, tree, findings }) => {
      expect(rules[rule](repositoryOf(tree)).map(describeFinding)).toEqual(findings);
    },
  );

  test('every rule has a tree that breaks it', () => {
    const caught = fixtures.filter(({ findings }) => findings.length > 0).map(({ rule }) => rule);
    expect(ruleNames.filter((name) => !caught.includes(name))).toEqual([]);
  });
});
