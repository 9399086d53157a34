import type { Port } from '@ducat/core';
import { DucatError, ports } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { tokenCanary } from '../leaks/canary.ts';
import { canariesOf, requireNoLeak } from '../leaks/leaks.ts';
import { payByToken, nounOf, storedCard, uses } from '../leaks/uses.ts';
import { paying } from '../need.ts';
import type { ContractPromise } from '../promise.ts';
import { secretsOnBadDays } from './secrets-on-bad-days.ts';

const group = 'secrets';

/** Neither card data nor keys get into anything that is printed, thrown, kept or sent in a URL. */
export const secrets: readonly ContractPromise[] = [
  ...ports.map(onAGoodDay),
  {
    group,
    name: 'a payment with a stored card shows no token anywhere (defect 55)',
    ports: ['tokenize', paying],
    abilities: [],
    async keep(stage) {
      const token = await storedCard(stage);
      const canaries = [...canariesOf(stage), tokenCanary(token)];
      await requireNoLeak(stage, canaries, async () => [token, await payByToken(stage, token)]);
    },
  },
  {
    group,
    name: 'the provider itself, printed in any way, shows no key (defect 55)',
    ports: [],
    abilities: [],
    async keep(stage) {
      await requireNoLeak(stage, canariesOf(stage), async () => stage.provider);
    },
  },
  {
    group,
    name: 'options that are refused are not repeated by the refusal (defect 55)',
    ports: [],
    abilities: [],
    async keep(stage) {
      const create = async (): Promise<unknown> => stage.create({ timeoutMilliseconds: -1 });
      const { thrown } = await requireNoLeak(stage, canariesOf(stage), create);
      assert(DucatError.is(thrown), 'a timeout of less than nothing is refused');
      assert.equal(thrown.code, 'invalid_options');
    },
  },
  ...secretsOnBadDays,
];

function onAGoodDay(port: Port): ContractPromise {
  const { needs, abilities, prepare } = uses[port];
  return {
    group,
    name: `${nounOf[port]} that succeeds shows neither card data nor keys anywhere (defects 53, 55)`,
    ports: [port, ...needs],
    abilities,
    async keep(stage) {
      const act = await prepare(stage);
      const { thrown } = await requireNoLeak(stage, canariesOf(stage), act);
      assert.equal(thrown, undefined);
    },
  };
}
