import { redirect } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import type { Platform } from '../platform.ts';
import { textOf } from '../requests/json-object.ts';
import { acquirerCode, conclude } from '../transactions/lifecycle.ts';
import { authenticationFailedCode } from '../transactions/processing-codes.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { messagePage } from './pages.ts';

export function finishAuthentication(platform: Platform, transaction: Transaction, succeeded: boolean): void {
  conclude(platform, transaction, succeeded ? acquirerCode(platform, transaction) : authenticationFailedCode);
}

/** Back to the merchant with nothing added: no page says what the gateway appends for host-to-host payments. */
export function returnShopper({ request }: Transaction): SimulatedResponse {
  const returnUrl = textOf(request, 'return_url');
  return returnUrl === undefined ? messagePage(200, 'The payment is finished') : redirect(returnUrl, 303);
}
