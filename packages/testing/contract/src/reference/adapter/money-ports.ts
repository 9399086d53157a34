import type { AttemptContext, Operation, Outcome, Ports } from '@ducat/core';
import type { Fields } from './check.ts';
import { beforeSending, requireReference } from './check.ts';
import type { Client } from './client.ts';
import type { Order } from './order.ts';
import { chargeOrder, childOrder, payoutOrder, refundOrder, tokenizeOrder } from './order.ts';
import {
  authorizeFields,
  captureFields,
  chargeFields,
  payoutFields,
  refundFields,
  tokenizeFields,
} from './requests.ts';
import { budgetOf } from './send.ts';

/** The seven ports that may move money: each checks, orders, compares and translates. */
export function moneyPorts(client: Client): Pick<Ports, Operation> {
  const { settings, parts } = client;

  function port<Request>(
    fields: Fields,
    toOrder: (request: Request) => Order,
  ): (request: Request, context: AttemptContext) => Promise<Outcome> {
    return async (request, context) => {
      const reference = requireReference(context);
      parts.checkRequest(fields, request);
      const order = beforeSending(() => toOrder(request));
      const budget = beforeSending(() => budgetOf(context, settings.timeoutMilliseconds));
      try {
        const transaction = await client.post(order, reference, budget);
        const { kind, amount, currency, test, parent = null } = order;
        parts.requireEcho({ kind, amount, currency, test, parent, reference }, transaction);
        return parts.toOutcome(transaction, settings);
      } catch (thrown) {
        return parts.outcomeOfFailure(thrown, settings.id, reference);
      }
    };
  }

  return {
    tokenize: port(tokenizeFields, (request) => tokenizeOrder(request, settings)),
    charge: port(chargeFields, (request) => chargeOrder('charge', request, settings)),
    authorize: port(authorizeFields, ({ partialCapture: _always, ...request }) =>
      chargeOrder('authorize', request, settings),
    ),
    capture: port(captureFields, (request) => childOrder('capture', request, settings)),
    void: port(captureFields, (request) => childOrder('void', request, settings)),
    refund: port(refundFields, (request) => refundOrder(request, settings)),
    payout: port(payoutFields, (request) => payoutOrder(request, settings)),
  };
}
