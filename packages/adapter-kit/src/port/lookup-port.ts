import type { CallContext, ErrorCode, LookupRequest, LookupResult } from '@ducat/core';
import { checkRequest } from '../request/check.ts';
import { lookupRequest } from '../request/schemas.ts';
import { budgetOf } from '../transport/budget.ts';
import type { Call } from './call.ts';
import { startCall } from './call.ts';
import { withEffect } from './effect.ts';
import { asDucatError } from './failure.ts';
import type { PortSettings } from './money-port.ts';

const thrownCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'invalid_request',
  'unsupported',
  'authentication_failed',
  'internal',
]);

/** A lookup made of its recipe. Asking moves no money, so the effect of whatever fails is `none`. */
export function lookupPort(
  settings: PortSettings,
  recipe: (request: LookupRequest, call: Call) => Promise<LookupResult>,
): (request: LookupRequest, context?: CallContext) => Promise<LookupResult> {
  return async (request, context = {}) => {
    checkRequest(lookupRequest, request);
    const call = startCall(settings.provider, request.reference ?? '', budgetOf(context, settings.timeoutMilliseconds));
    try {
      return await recipe(request, call);
    } catch (thrown) {
      const error = withEffect(asDucatError(thrown, call), 'none');
      if (error.code === 'not_found') return { status: 'not_found' };
      if (thrownCodes.has(error.code)) throw error;
      return { status: 'failed', error };
    }
  };
}
