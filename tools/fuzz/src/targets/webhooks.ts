import type { WebhookEvent, WebhookRequest } from '@ducat/core';
import { damaged, drawDamage } from '../input/damage.ts';
import type { Json } from '../input/json.ts';
import { listIn, marked, objectIn } from '../input/json.ts';
import { createMutator } from '../input/mutate.ts';
import { foreignValues, revive } from '../input/revive.ts';
import { writeJson } from '../input/write.ts';
import { faultOfEvent } from '../judge/record.ts';
import type { Target } from '../target.ts';
import type { FuzzWorld } from '../worlds/scenario.ts';

/** Bodies that are rightly signed, whatever is in them: the provider's own mistakes, or its key in wrong hands. */
export function signedWebhookTarget(world: FuzzWorld): Target {
  return {
    name: `${world.name}.webhooks`,
    seeds: world.webhooks.map((body) => ({ body })),
    vary(input, random) {
      const { body = null, damage } = objectIn(input);
      if (random.integer(8) === 0) return { body, damage: [...listIn(damage), drawDamage(random)] };
      return { ...objectIn(input), body: createMutator(random).change(body) };
    },
    prepare(input) {
      const { body: json = null, damage } = objectIn(input);
      const body = damaged(writeJson(json), damage);
      const headers = world.sign(body);
      return () => world.provider.webhook({ headers, body });
    },
    judge(result) {
      return 'threw' in result ? undefined : faultOfEvent(result.returned as WebhookEvent, world.name);
    },
  };
}

/** What anybody can post to a webhook's URL, and what a framework can make of it before it gets here. */
export function unsignedWebhookTarget(world: FuzzWorld): Target {
  const [seed = null] = world.webhooks;
  const text = writeJson(seed);
  const signed = world.sign(Buffer.from(text)) as unknown as Json;
  const other = world.sign(Buffer.from('{}')) as unknown as Json;
  const body = marked('bytes', { text });
  return {
    name: `${world.name}.forgeries`,
    seeds: [
      { headers: other, body },
      { headers: signed, body: marked('bytes', { text: `${text} ` }) },
      { headers: signed, body: text },
      { headers: signed, body: seed },
      { headers: {}, body },
    ],
    vary: (input, random) => createMutator(random, foreignValues).change(input),
    prepare(input) {
      const request = revive(input) as WebhookRequest;
      return () => world.provider.webhook(request);
    },
    judge(result, input) {
      if ('threw' in result) return undefined;
      const { headers, body: given } = objectIn(input);
      const isGenuine =
        JSON.stringify(given) === JSON.stringify(body) && JSON.stringify(headers) !== JSON.stringify(other);
      return isGenuine
        ? faultOfEvent(result.returned as WebhookEvent, world.name)
        : 'a message was believed that nobody signed';
    },
  };
}
