import { ports } from '@ducat/core';
import type { Json } from '../input/json.ts';
import { marked, objectIn } from '../input/json.ts';
import { createMutator } from '../input/mutate.ts';
import { foreignValues, revive } from '../input/revive.ts';
import type { Target } from '../target.ts';
import type { FullProvider, FuzzWorld } from '../worlds/scenario.ts';

/** What a merchant configures. One in four also opens the real connections, to nobody. */
export function optionTarget(world: FuzzWorld): Target {
  return {
    name: `${world.name}.options`,
    seeds: [0, 1, 2, 3].map((count) => ({ connects: count === 0, options: world.options })),
    vary(input, random) {
      const { connects = false, options = null } = objectIn(input);
      return { connects, options: createMutator(random, [...tricks, ...foreignValues]).change(options) };
    },
    prepare(input) {
      const { connects, options = null } = objectIn(input);
      const given = revive(options);
      return async () => {
        const provider = world.create(given, connects === true ? undefined : world.player);
        await provider.close();
        return provider;
      };
    },
    judge(result) {
      if ('threw' in result) {
        const { code } = result.threw as { readonly code?: string };
        return code === 'invalid_options' ? undefined : `options are refused with ${code}`;
      }
      const provider = result.returned as FullProvider;
      const missing = ports.find((port) => typeof provider[port] !== 'function');
      return missing === undefined ? undefined : `the port ${missing} is missing`;
    },
  };
}

const tricks: readonly Json[] = [
  'host:99999',
  '..',
  '999.999.999.999',
  'a..b',
  '-',
  'xn--',
  'host:',
  'HOST.example:443',
  'https://',
  'http://localhost:1',
  'https://a b',
  'https://host:99999',
  'https://[::1]:443/x/',
  'https://host?x=y#z',
  'https://host/%2e%2e/',
  marked('secret', { value: 'key' }),
];
