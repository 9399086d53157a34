import type { HttpResponse } from '@ducat/adapter-kit';
import type { LookupResult, Outcome, Port } from '@ducat/core';
import type { Random } from '@ducat/simulator';
import { damaged, drawDamage } from '../input/damage.ts';
import type { Json, JsonObject } from '../input/json.ts';
import { isObject, listIn, numberIn, objectIn, textIn } from '../input/json.ts';
import { createMutator } from '../input/mutate.ts';
import { writeJson } from '../input/write.ts';
import { faultOfOutcome } from '../judge/outcome.ts';
import { faultOfLookup } from '../judge/record.ts';
import type { Target } from '../target.ts';
import type { Answer, FuzzWorld, Scenario } from '../worlds/scenario.ts';

/** What the provider answers to the requests of every port, through the whole adapter. */
export function answerTarget(world: FuzzWorld): Target {
  const scenarios = new Map(world.scenarios.map((scenario) => [`${scenario.port}: ${scenario.name}`, scenario]));
  const bodies = world.scenarios.flatMap(({ answers }) => answers).concat(world.errors);
  const scenarioOf = (input: Json): Scenario | undefined => scenarios.get(textIn(objectIn(input)['scenario']));
  return {
    name: `${world.name}.answers`,
    // One in three begins with an error.
    seeds: [...scenarios].flatMap(([name, { answers }], index) => {
      const errors = world.errors.slice(index % world.errors.length).slice(0, 1);
      return [answers, answers, errors].map((each) => ({ scenario: name, answers: each }));
    }) as readonly Json[],
    vary: (input, random) => varyAnswers(objectIn(input), bodies, random),
    prepare(input) {
      const scenario = scenarioOf(input);
      if (scenario === undefined) throw new Error('there is no such scenario');
      const answers = listIn(objectIn(input)['answers']).map((answer) => responseOf(objectIn(answer)));
      return () => {
        world.player.play(answers);
        return scenario.call(world.provider);
      };
    },
    judge(result, input) {
      const scenario = scenarioOf(input);
      const port = scenario?.port ?? 'charge';
      if (world.player.trouble !== undefined) return world.player.trouble;
      if ('threw' in result) return faultOfThrown(result.threw, port);
      const { returned } = result;
      if (port === 'lookup') return faultOfLookup(returned as LookupResult, world.name);
      return faultOfOutcome(returned as Outcome, world.name, scenario?.asked);
    },
  };
}

/** A port that moves money throws only with proof that none was moved. */
function faultOfThrown(threw: unknown, port: Port): string | undefined {
  const { effect } = threw as { readonly effect?: unknown };
  return port === 'challenge' || effect === 'none' ? undefined : 'thrown although money may have moved';
}

function varyAnswers(input: JsonObject, bodies: readonly Answer[], random: Random): Json {
  const answers = listIn(input['answers']);
  if (answers.length === 0) return { ...input, answers: [bodies[random.integer(bodies.length)] as unknown as Json] };
  const at = random.integer(answers.length);
  const answer = objectIn(answers[at]);
  const replaced = (...others: readonly Json[]): Json => ({
    ...input,
    answers: [...answers.slice(0, at), ...others, ...answers.slice(at + 1)],
  });
  switch (random.integer(24)) {
    case 0:
      return replaced();
    case 1:
      return replaced(answer, answer);
    case 2:
    case 3:
      return replaced(bodies[random.integer(bodies.length)] as unknown as Json);
    case 4:
      return replaced({ ...answer, status: statuses[random.integer(statuses.length)] ?? 200 });
    case 5:
      return replaced({ ...answer, headers: { 'content-encoding': random.integer(2) === 0 ? 'gzip' : 'identity' } });
    case 6:
    case 7:
      return replaced({ ...answer, damage: [...listIn(answer['damage']), drawDamage(random)] });
    default:
      return replaced({ ...answer, body: createMutator(random).change(answer['body'] ?? null) });
  }
}

const statuses = [
  0, 100, 200, 201, 202, 204, 206, 301, 302, 307, 400, 401, 403, 404, 408, 409, 410, 422, 425, 429, 500, 502, 503, 599,
];

/** Most answers of an input are those of its seed: they are written once. */
const written = new WeakMap<JsonObject, HttpResponse>();

function responseOf(answer: JsonObject): HttpResponse | undefined {
  const { status, body = null, headers, damage } = answer;
  if (numberIn(status) === 0) return undefined;
  const before = written.get(answer);
  if (before !== undefined) return before;
  const given = isObject(headers) ? Object.entries(headers).map(([name, value]) => [name, textIn(value)]) : [];
  const response = {
    status: numberIn(status),
    headers: Object.fromEntries(given) as HttpResponse['headers'],
    body: damaged(writeJson(body), damage),
  };
  written.set(answer, response);
  return response;
}
