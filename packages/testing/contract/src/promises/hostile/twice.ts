import { strict as assert } from 'node:assert';
import { paymentsOf } from '../../deed/payment.ts';
import { assertTrue, wordFor } from '../../deed/truth.ts';
import type { SurfaceResponse } from '../../harness/http.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { assertLookupFails, textOf, whileChanged, withText } from './answers.ts';

type Key = 'status' | 'amount' | 'currency';

/** JSON lets a key stand twice; whoever reads the other one sees another payment. */
export const twice: readonly ContractPromise[] = (['status', 'amount', 'currency'] as const).map((key) => ({
  group: 'hostile provider',
  name: `an answer that says the ${key} twice is not believed, whichever of the two is right`,
  ports: [paying, 'lookup'],
  abilities: ['ledger'],
  keep: (stage) => keepSingle(stage, key),
}));

/** Doubles every key that has to do with it, before and after the true pair; how the other one is written differs. */
async function keepSingle(stage: Stage, key: Key): Promise<void> {
  const names = key === 'status' ? '(?:status|state)' : key;
  const pair = new RegExp(`"([a-z_]*${names}[a-z_]*)"(\\s*:\\s*)("[^"]*"|-?\\d[\\d.]*)`, 'gi');
  const lie = { status: '"failed"', amount: '1', currency: '"XTS"' }[key];
  const escaped = (name: string): string => `\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${name.slice(1)}`;
  const ways: Readonly<Record<string, string | ((...parts: string[]) => string)>> = {
    'the lie first': `"$1"$2${lie},$&`,
    'the lie last': `$&,"$1"$2${lie}`,
    'the same twice': '$&,$&',
    'the key once with an escape': (match, name = '', colon = '') => `${match},"${escaped(name)}"${colon}${lie}`,
  };
  for (const [way, replacement] of Object.entries(ways)) {
    let found = 0;
    const double = (response: SurfaceResponse): SurfaceResponse => {
      const text = textOf(response);
      found += [...text.matchAll(pair)].length;
      // The overloads of `replace` do not take a union.
      const doubled =
        typeof replacement === 'string' ? text.replace(pair, replacement) : text.replace(pair, replacement);
      return withText(response, doubled);
    };
    await assertDisbelieved(stage, double, `${key}, ${way}`);
    assert(found > 0, `no answer has a key named after ${key}`);
  }
}

async function assertDisbelieved(
  stage: Stage,
  change: (response: SurfaceResponse) => SurfaceResponse,
  name: string,
): Promise<void> {
  for (const facts of paymentsOf(stage)) {
    const { ended, deed } = await whileChanged(stage, facts, change);
    assertTrue(ended, deed, name);
    assert(['unknown', 'not_sent'].includes(wordFor(ended)), `${name}: ${wordFor(ended)}`);
  }
  await assertLookupFails(stage, change, name);
}
