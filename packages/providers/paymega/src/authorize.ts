import { moneyPort } from '@ducat/adapter-kit';
import type { Authorize, AuthorizeRequest } from '@ducat/core';
import { pay } from './charge.ts';
import type { PaymegaClient } from './client.ts';
import { authorizeLimits } from './translate/request-limits.ts';

/** Paymega "Two-step payments": the way of a charge, with `flow: delayed_charge`. */
export function authorize(client: PaymegaClient): Authorize['authorize'] {
  return moneyPort<AuthorizeRequest>(client.port, authorizeLimits, (request, call) =>
    pay(client, { operation: 'authorize', request }, call),
  );
}
