import type { CardData, Port, WebhookRequest } from '@ducat/core';
import { DucatError, ports } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { pay, payFor, payingBy } from '../deed/payment.ts';
import { secretCanaries } from '../leaks/canary.ts';
import { findIn } from '../leaks/detector.ts';
import { encode, encodings } from '../leaks/encodings.ts';
import { canariesOf, credentialsIn, requireNoLeak } from '../leaks/leaks.ts';
import { nounOf, uses, webhookOf } from '../leaks/uses.ts';
import { faultsAfter, faultsBefore } from '../network/faults.ts';
import type { SeenRequest } from '../network/front.ts';
import { paying } from '../need.ts';
import type { ContractPromise } from '../promise.ts';
import { NotProvable } from '../promise.ts';
import type { Stage } from '../stage.ts';

const group = 'secrets';
const callingPorts = ports.filter((port) => port !== 'webhook');

/** What goes wrong tells no more than what goes well. */
export const secretsOnBadDays: readonly ContractPromise[] = [
  {
    group,
    name: 'a decline shows neither card data nor keys anywhere (defect 54)',
    ports: [paying],
    abilities: ['cards.declined'],
    async keep(stage) {
      const { value } = await requireNoLeak(stage, canariesOf(stage), () => pay(stage, '12.34', 'declined'));
      assert.equal((value as { status: string }).status, 'declined');
    },
  },
  ...callingPorts.map(refusalThatRepeats),
  ...callingPorts.map(withFaults),
  {
    group,
    name: 'a webhook that is refused is not repeated by the refusal (defect 56)',
    ports: [paying, 'webhook'],
    abilities: ['webhooks', 'sign'],
    async keep(stage) {
      const { headers, body } = await webhookOf(stage);
      const { number, securityCode = '' } = approvedCard(stage);
      const all = repeating([number, securityCode, ...stage.world.secrets]);
      const told = Buffer.from(JSON.stringify({ all }));
      const cut = body.subarray(0, body.length >> 1);
      const refused = [
        { headers, body: told },
        { headers: {}, body: told },
        { headers: { ...headers, 'x-told': all }, body: cut },
        stage.world.sign?.(told, 'right'),
        stage.world.sign?.(cut, 'right'),
        stage.world.sign?.(told, 'foreign'),
      ].filter((message): message is WebhookRequest => message !== undefined);
      for (const message of refused) {
        const { thrown } = await requireNoLeak(stage, canariesOf(stage), () => stage.provider.webhook(message));
        assert(DucatError.is(thrown), 'it is refused by a DucatError');
      }
    },
  },
  {
    group,
    name: 'a request that is refused before it is sent is not repeated by the refusal (defect 54)',
    ports: [paying, 'lookup'],
    abilities: [],
    async keep(stage) {
      const card = approvedCard(stage);
      const told = `${card.number} ${card.securityCode}`;
      const { provider } = stage;
      const plain = { kind: 'card', card } as unknown as { kind: 'card'; card: ReturnType<Stage['card']> };
      const source = { kind: 'card', card: stage.card() } as const;
      const mistakes = [
        () => payFor(stage, { ...stage.order(), source: plain }, stage.attempt()),
        () => payFor(stage, { ...stage.order(), source }, { reference: told }),
        () => payFor(stage, { ...stage.order(), source, returnUrl: told }, stage.attempt()),
        () => payFor(stage, { ...stage.order(), source, [told]: told }, stage.attempt()),
        () => provider.lookup({ operation: payingBy(provider), reference: told }),
        () => provider.lookup({ operation: payingBy(provider), providerReference: told }),
      ];
      for (const mistake of mistakes) {
        const { thrown } = await requireNoLeak(stage, canariesOf(stage), mistake);
        assert(DucatError.is(thrown), 'it is refused by a DucatError');
        assert.equal(thrown.code, 'invalid_request');
      }
      assert.equal(stage.front.seen.length, 0);
    },
  },
];

/** The provider's own text about a refusal, with secrets as it may repeat them: in clear and in every encoding. */
function repeating(secrets: readonly string[]): string {
  const written = secrets.flatMap((secret) => [
    ...encodings.map((encoding) => encode(secret, encoding)),
    ...(secret.length < 6 ? [`verification_value "${secret}"`, `cvv=${secret}`] : []),
  ]);
  return `not accepted: ${written.join('; ')}`;
}

/** The card's data and the keys, as far as they stand in these requests. Nobody can mask what was not in the call. */
function secretsIn(stage: Stage, requests: readonly SeenRequest[]): string[] {
  const { number, securityCode = '' } = approvedCard(stage);
  const credentials = credentialsIn(requests);
  const text = requests
    .map(({ headers, body }) => `${JSON.stringify(headers)} ${Buffer.from(body).toString('utf8')}`)
    .join();
  const isSent = (value: string): boolean => findIn(text, secretCanaries('sent', [value])).length > 0;
  return [number, securityCode, ...stage.world.secrets, ...credentials].filter(isSent);
}

function approvedCard(stage: Stage): CardData {
  const { approved } = stage.world.cards;
  if (approved === undefined) throw new NotProvable('cards.approved');
  return approved;
}

function refusalThatRepeats(port: Port): ContractPromise {
  const { needs, abilities, prepare } = uses[port];
  return {
    group,
    name: `a refusal of ${nounOf[port]} that repeats card data and keys has them masked (defects 53, 54, 56)`,
    ports: [port, ...needs],
    abilities: [...abilities, 'next.refusalWith'],
    async keep(stage) {
      const requests = await requestsOf(stage, await prepare(stage));
      const { number } = approvedCard(stage);
      const act = await prepare(stage, '12.35');
      for (let nth = 0; nth < requests.length; nth += 1) {
        const sent = secretsIn(stage, requests.slice(0, nth + 1));
        for (const text of piecesOf(`${repeating(sent)}; ${number}; ${encode(number, 'grouped')}`)) {
          refuse(stage, nth, text);
          await requireNoLeak(stage, canariesOf(stage), act);
        }
      }
    },
  };
}

/** Has the n-th request from now refused: each answer before it arranges what is next. */
function refuse(stage: Stage, nth: number, text: string): void {
  let before = nth;
  if (before === 0) stage.world.next?.refusalWith?.(text);
  stage.front.rewrite((_request, response) => {
    before -= 1;
    if (before === 0) stage.world.next?.refusalWith?.(text);
    return response;
  });
}

// Adapters cut long texts: each piece is short enough to be shown whole.
function piecesOf(text: string): string[] {
  return text.split('; ').reduce<string[]>((pieces, next) => {
    const last = pieces.at(-1);
    if (last === undefined || last.length + next.length > 250) return [...pieces, next];
    return [...pieces.slice(0, -1), `${last}; ${next}`];
  }, []);
}

function withFaults(port: Port): ContractPromise {
  const { needs, abilities, prepare } = uses[port];
  return {
    group,
    name: `${nounOf[port]} that fails on the way shows neither card data nor keys anywhere (defects 53, 56)`,
    ports: [port, ...needs],
    abilities,
    async keep(stage) {
      const { length: requests } = await requestsOf(stage, await prepare(stage));
      let cents = 1000;
      for (const fault of [...faultsBefore, ...faultsAfter]) {
        for (let nth = 0; nth < requests; nth += 1) {
          cents += 1;
          const act = await prepare(stage, `${cents / 100}`);
          stage.front.plan(fault, nth);
          await requireNoLeak(stage, canariesOf(stage), act);
        }
      }
    },
  };
}

async function requestsOf(stage: Stage, act: () => Promise<unknown>): Promise<readonly SeenRequest[]> {
  const before = stage.front.seen.length;
  await act();
  return stage.front.seen.slice(before);
}
