import { redirect } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import { challengeReturnRoutes } from './cardgate/routes.ts';
import { requireAccount } from './http/basic-authentication.ts';
import type { Route, RoutedRequest } from './http/router.ts';
import { captureInvoice } from './invoices/capture.ts';
import { createInvoice } from './invoices/create.ts';
import { listInvoices, readInvoice, requireInvoice } from './invoices/read.ts';
import { refundInvoice } from './invoices/refund.ts';
import { voidInvoice } from './invoices/void.ts';
import { createPayout } from './payouts/create.ts';
import { processPayout } from './payouts/process.ts';
import { listPayouts, readPayout } from './payouts/read.ts';
import type { World } from './world.ts';

type Handle = (world: World, request: RoutedRequest) => SimulatedResponse;

function redirectToHostedPage(world: World, request: RoutedRequest): SimulatedResponse {
  const invoice = requireInvoice(world, request.query.get('cpi') ?? '');
  return redirect(`${world.origins.cardgate}/hpp/${invoice.session.sid}`);
}

export function privateApiRoutes(world: World): readonly Route[] {
  const { accountId, apiKey } = world.settings;
  const guarded = (method: 'GET' | 'POST', path: string, handle: Handle): Route => ({
    method,
    path,
    handle(request) {
      requireAccount(request, accountId, apiKey);
      return handle(world, request);
    },
  });
  return [
    guarded('POST', '/payment-invoices', createInvoice),
    guarded('GET', '/payment-invoices', listInvoices),
    guarded('GET', '/payment-invoices/:id', readInvoice),
    guarded('POST', '/payment-invoices/:id/capture', captureInvoice),
    guarded('POST', '/payment-invoices/:id/void', voidInvoice),
    guarded('POST', '/payment-invoices/:id/refund', refundInvoice),
    guarded('POST', '/payout-invoices', createPayout),
    guarded('GET', '/payout-invoices', listPayouts),
    guarded('GET', '/payout-invoices/:id', readPayout),
    guarded('POST', '/payout-invoices/:id/process', processPayout),
    {
      method: 'GET',
      path: '/redirect/hpp',
      handle: (request) => redirectToHostedPage(world, request),
    },
    ...challengeReturnRoutes(world, '/3ds-return'),
  ];
}
