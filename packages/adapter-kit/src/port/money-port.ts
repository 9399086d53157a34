import type { AttemptContext, Outcome } from '@ducat/core';
import { invalidRequest, isAttemptReference } from '@ducat/core';
import type { ZodType } from 'zod';
import { checkRequest, readGiven } from '../request/check.ts';
import { budgetOf } from '../transport/budget.ts';
import type { Call } from './call.ts';
import { startCall } from './call.ts';
import { outcomeOfFailure } from './failure.ts';

/** What every port of one provider shares. */
export interface PortSettings {
  readonly provider: string;
  readonly timeoutMilliseconds: number;
}

/**
 * A port that may move money, made of its recipe: checks reference and request before anything is sent, gives the
 * recipe one budget for all it does, and turns failures into `unknown` or `not_sent`.
 */
export function moneyPort<Request>(
  settings: PortSettings,
  schema: ZodType,
  recipe: (request: Request, call: Call) => Promise<Outcome>,
): (request: Request, context: AttemptContext) => Promise<Outcome> {
  return async (request, context) => {
    const reference = readGiven('context', () => (context as AttemptContext | null | undefined)?.reference);
    if (!isAttemptReference(reference)) {
      throw invalidRequest(
        'context.reference',
        'must be 1 to 64 letters, digits, - or _; nothing that moves money is sent without it',
      );
    }
    checkRequest(schema, request);
    const call = startCall(settings.provider, reference, budgetOf(context, settings.timeoutMilliseconds));
    try {
      return await recipe(request, call);
    } catch (thrown) {
      return outcomeOfFailure(thrown, call);
    }
  };
}
