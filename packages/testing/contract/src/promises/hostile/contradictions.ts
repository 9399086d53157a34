import type { AttemptContext } from '@ducat/core';
import { strict as assert } from 'node:assert';
import type { Deed } from '../../deed/deed.ts';
import { assertTrue, wordFor } from '../../deed/truth.ts';
import type { SurfaceResponse } from '../../harness/http.ts';
import { placesOf, withAt } from '../../json-places.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { jsonOf, operationsOf, whileChanged, withText } from './answers.ts';

const group = 'hostile provider';

interface Lie {
  /** Finds what is to be changed, by its value. */
  isTruth(value: unknown, deed: Deed, context: AttemptContext, key: string): boolean;
  /** What is said in its place. */
  readonly instead: (truth: unknown) => unknown;
}

// Some providers write currencies in small letters.
const otherCurrency: Lie = {
  isTruth: (value, { amount }) => typeof value === 'string' && value.toUpperCase() === amount.currency,
  instead: (truth) => (truth === String(truth).toLowerCase() ? 'eur' : 'EUR'),
};

const otherReference: Lie = {
  isTruth: (value, _deed, { reference }) => value === reference,
  instead: () => 'another-attempt',
};

/** As a decimal or in minor units, as a number or a string; one unit more than it is. */
function isAmount(value: unknown, { amount }: Deed, _context: AttemptContext, key: string): boolean {
  const isNumber = typeof value === 'number' || typeof value === 'string';
  const forms = [amount.toDecimal(), String(Number(amount.toDecimal())), String(amount.minorUnits)];
  return isNumber && /amount|sum|total|value|price/i.test(key) && forms.includes(String(value));
}

const amounts: Readonly<Record<string, (truth: unknown) => unknown>> = {
  'a hundredth more': (truth) => asTruth(truth, Number(truth) + (String(truth).includes('.') ? 0.01 : 1)),
  'a hundred times as much': (truth) => asTruth(truth, Number(truth) * 100),
  nothing: (truth) => asTruth(truth, 0),
  'less than nothing': (truth) => asTruth(truth, -Number(truth)),
  'more than 2 ** 53': (truth) => asWritten(truth, '9007199254740993'),
  'more digits than there are': (truth) =>
    asWritten(truth, `${String(truth)}${String(truth).includes('.') ? '' : '.'}00001`),
  'beyond every number': (truth) => asWritten(truth, '1e400'),
  'an exponent': () => '1e3',
  'a number that is none': () => 'NaN',
  'digits of another script': () => '१२',
};

function asTruth(truth: unknown, value: number): unknown {
  return typeof truth === 'string' ? String(value) : value;
}

/** A number is written digit by digit: the engine has none of such. */
function asWritten(truth: unknown, digits: string): unknown {
  return typeof truth === 'string' ? digits : `digits:${digits}`;
}

/** The answer to our request is about our request, or it is none. */
export const contradictions: readonly ContractPromise[] = [
  {
    group,
    name: 'an answer about another currency than was asked for is no success (defect 27)',
    ports: [],
    abilities: ['ledger'],
    keep: (stage) => keepAgainst(stage, 'another currency', otherCurrency),
  },
  {
    group,
    name: 'an answer about another attempt than was asked for is no success',
    ports: [],
    abilities: ['ledger'],
    keep: (stage) => keepAgainst(stage, 'another reference', otherReference),
  },
  ...Object.entries(amounts).map(([name, instead]): ContractPromise => ({
    group,
    name: `an answer whose amounts are ${name} is no success of that or any other amount (defect 27)`,
    ports: [],
    abilities: ['ledger'],
    keep: (stage) => keepAgainst(stage, name, { isTruth: isAmount, instead }),
  })),
];

/** Lies wherever the truth is told. What an operation's answers do not tell, they cannot contradict. */
async function keepAgainst(stage: Stage, name: string, lie: Lie): Promise<void> {
  let lies = 0;
  for (const facts of operationsOf(stage)) {
    let told = 0;
    const change = (response: SurfaceResponse, context: AttemptContext, deed: Deed): SurfaceResponse => {
      const json = jsonOf(response);
      const places = placesOf(json, (value, key) => lie.isTruth(value, deed, context, key));
      if (places.length === 0) return response;
      told += places.length;
      const changed = places.reduce((all, place) => withAt(all, [place], lie.instead(valueAt(all, place))), json);
      return withText(response, JSON.stringify(changed).replaceAll(/"digits:([^"]*)"/g, '$1'));
    };
    const { ended, deed } = await whileChanged(stage, facts, change);
    const when = `${facts.noun}, ${name}`;
    assertTrue(ended, deed, when);
    const word = wordFor(ended);
    const isDefinite = ended.outcome !== undefined && [deed.usual, 'declined'].includes(word);
    if (told > 0) assert(!isDefinite, `${when}: it was ${word}`);
    lies += told;
  }
  assert(lies > 0, 'the provider echoes it somewhere');
}

function valueAt(json: unknown, place: readonly string[]): unknown {
  return place.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], json);
}
