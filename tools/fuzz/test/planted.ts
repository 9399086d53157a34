import { DucatError, Money } from '@ducat/core';
import type { Outcome } from '@ducat/core';
import type { Json } from '../src/input/json.ts';
import { objectIn } from '../src/input/json.ts';
import { createMutator } from '../src/input/mutate.ts';
import { writeJson } from '../src/input/write.ts';
import { faultOfOutcome } from '../src/judge/outcome.ts';
import type { Target } from '../src/target.ts';

const asked = Money.of(1001n, 'USD');

/** What a sound parser makes of the text of an answer. */
export function soundOutcome(text: string): Outcome {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw unreadable();
  }
  const { status, amount } = (body ?? {}) as { readonly status?: unknown; readonly amount?: unknown };
  if (status !== 'successful' || amount !== 1001) throw unreadable();
  return { status: 'approved', provider: 'planted', providerReference: 'uid-1', amount: asked, raw: {} };
}

function unreadable(): DucatError {
  return new DucatError({ code: 'unexpected_response', message: 'cannot be understood', effect: 'none' });
}

/** A target around a parser of one small answer. */
export function targetOf(parse: (text: string) => unknown): Target {
  return {
    name: 'planted',
    seeds: [{ status: 'successful', amount: 1001, card: { token: null, brand: 'visa' }, errors: {} }],
    vary: (input: Json, random) => createMutator(random).change(input),
    prepare(input) {
      const text = writeJson(objectIn(input));
      return () => parse(text);
    },
    judge: (result) => ('threw' in result ? undefined : faultOfOutcome(result.returned as Outcome, 'planted', asked)),
  };
}
