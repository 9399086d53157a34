import type { AttemptContext, CardToken, Money, Outcome, Provider } from '@ducat/core';
import type { Engine } from '../engine.ts';
import type { Finding } from '../model/finding.ts';
import { findingOf, findingOfError } from '../model/finding-of.ts';

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
    const outcome = await call({ ...context, clock: engine.clock });
    if (outcome.reference !== undefined && outcome.reference !== context.reference) {
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
