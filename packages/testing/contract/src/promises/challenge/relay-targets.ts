import { strict as assert } from 'node:assert';
import { requireTruth } from '../../deed/truth.ts';
import { requireEmptyLedger } from '../../judgement/balance.ts';
import { Front } from '../../network/front.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import { begin, beginFirstVersion } from './begin.ts';
import { fieldsOf, withField } from './continuations.ts';

const group = 'challenge';

/** Addresses of somebody else, in ways that have deceived readers of URLs. */
function addresses(elsewhere: string, own: string): readonly string[] {
  const host = new URL(elsewhere).host;
  const ownHost = new URL(own).host;
  return [
    `${elsewhere}/complete`,
    `http://${ownHost}@${host}/complete`,
    `http://${ownHost}:x@${host}/complete`,
    `http://${host}#@${ownHost}/`,
    `http://${host}\\@${ownHost}/`,
    `http:${host}/complete`,
    `//${host}/complete`,
    `${host}/complete`,
    ` ${elsewhere}/complete`,
    `${own}.example/complete`,
    `javascript:fetch('${elsewhere}')`,
    'file:///etc/hosts',
  ];
}

export const relayTargets: readonly ContractPromise[] = [
  {
    group,
    name: 'nothing in a continuation leads the answer of a challenge to another host',
    ports: [paying, 'challenge'],
    abilities: ['ledger', 'shop'],
    async keep(stage) {
      const elsewhere = await Front.open(['elsewhere']);
      elsewhere.serve(async () => ({ status: 200, headers: {}, body: Buffer.from('{}') }));
      const { cards } = stage.world;
      const begun = cards.challengedFirstVersion === undefined ? await begin(stage) : await beginFirstVersion(stage);
      const answer = { method: 'POST', body: 'PaRes=secret-of-the-shopper&MD=1' } as const;
      const own = Object.values(stage.front.origins)[0] ?? '';
      const fields = Object.entries(fieldsOf(begun.continuation)).filter(([, value]) => typeof value === 'string');
      try {
        for (const [name] of [...fields, ['relayTo'], ['url'], ['action']] as const) {
          for (const address of addresses(elsewhere.origins['elsewhere'] ?? '', own)) {
            const continuation = withField(begun.continuation, String(name), address);
            const when = `${String(name)} is ${address}`;
            await requireTruth(stage, stage.provider.challenge({ continuation, answer }), when);
            assert.deepEqual(elsewhere.seen, [], when);
          }
        }
      } finally {
        await elsewhere.close();
      }
      requireEmptyLedger(stage);
    },
  },
];
