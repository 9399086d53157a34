import type { AttemptContext, CardToken, Money, Outcome, Provider } from '@ducat/core';
import type { Engine } from '../engine.ts';
import type { Finding } from '../model/finding.ts';
import { findingOf, findingOfError } from '../model/finding-of.ts';
import { within } from './within.ts';

/** What came back from a provider: what the journal may have, and the token, which it may not. */
export interface Answer {
  readonly finding: Finding;
  readonly token?: CardToken;
}

/** Calls a port of a provider and reads whatever comes of it. Never throws. */
export async function send(
  engine: Engine,
  provider: Provider,
  requested: Money,
  call: (context: AttemptContext) => Promise<Outcome>,
  context: Omit<AttemptContext, 'clock'>,
): Promise<Answer> {
  try {
    const { deadline = engine.clock.now() + engine.limits.attemptMilliseconds } = context;
    const outcome = await within(engine, deadline, async () => await call({ ...context, clock: engine.clock }));
    if (isAboutAnother(outcome, context.reference, provider)) {
      const message = 'the provider answered about another attempt';
      const error = { code: 'contradicting_response', message, effect: 'possible', provider: provider.id } as const;
      return { finding: { status: 'unknown', error } };
    }
    const finding = findingOf(outcome, requested);
    return outcome.status === 'approved' && outcome.token !== undefined
      ? { finding, token: outcome.token }
      : { finding };
  } catch (thrown) {
    return { finding: findingOfError(thrown, provider.id) };
  }
}

/** Whether an answer belongs to another attempt or to another provider than was asked. */
export function isAboutAnother(outcome: Outcome, reference: string, { id }: Provider): boolean {
  return outcome.provider !== id || (outcome.reference !== undefined && outcome.reference !== reference);
}
