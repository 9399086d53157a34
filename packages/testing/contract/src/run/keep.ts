import type { Harness } from '../harness/harness.ts';
import type { World } from '../harness/world.ts';
import { lacking } from '../need.ts';
import type { Ability, ContractPromise } from '../promise.ts';
import { NotProvable } from '../promise.ts';
import { Stage } from '../stage.ts';

/**
 * What became of a promise: `kept`, `broken` with the assertion, `not_made` because the provider lacks a port, or
 * `not_provable` because the world lacks an ability.
 */
export type Verdict =
  | { readonly kind: 'kept' }
  | { readonly kind: 'broken'; readonly reason: unknown }
  | { readonly kind: 'not_made'; readonly missing: readonly string[] }
  | { readonly kind: 'not_provable'; readonly missing: readonly Ability[] };

/** Keeps one promise on a fresh stage. */
export async function keepPromise(harness: Harness, promise: ContractPromise): Promise<Verdict> {
  let stage: Stage | undefined;
  try {
    stage = await Stage.open(harness);
    const { provider, world } = stage;
    const ports = lacking(provider, promise.ports);
    if (ports.length > 0) return { kind: 'not_made', missing: ports };
    const abilities = promise.abilities.filter((ability) => !isAble(harness, world, ability));
    if (abilities.length > 0) return { kind: 'not_provable', missing: abilities };
    await promise.keep(stage);
    return { kind: 'kept' };
  } catch (reason) {
    if (reason instanceof NotProvable) return { kind: 'not_provable', missing: [reason.missing] };
    return { kind: 'broken', reason };
  } finally {
    await stage?.close();
  }
}

function isAble(harness: Harness, world: World, ability: Ability): boolean {
  let place: unknown = ability === 'forgeable' ? harness : world;
  for (const name of ability.split('.')) place = (place as Record<string, unknown> | undefined)?.[name];
  return place !== undefined;
}
