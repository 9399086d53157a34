import { json } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import type { Card } from '../cards/card.ts';
import { openDocument } from '../http/document.ts';
import type { RequestDocument } from '../http/document.ts';
import { refusal, unprocessable } from '../http/refusal.ts';
import type { RoutedRequest } from '../http/router.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { isWaiting } from '../invoices/invoice.ts';
import type { World } from '../world.ts';
import { authenticationPayload } from './authentication-payload.ts';
import { readBrowserAddress } from './browser-information.ts';
import { cardFieldNames, readCard } from './card-fields.ts';
import { startPayment } from './payment.ts';

function requireInvoiceOfBearer(world: World, request: RoutedRequest): Invoice {
  const [scheme, token = ''] = (request.headers['authorization'] ?? '').split(' ');
  const session = scheme === 'Bearer' ? world.sessions.byBearer(token) : undefined;
  const invoice = session && world.invoices.get(session.invoiceId);
  if (invoice === undefined) {
    throw refusal(401, 'unauthorized', 'Bearer token is invalid or expired.', undefined, {
      'www-authenticate': 'Bearer',
    });
  }
  return invoice;
}

/** Empty attributes charge the invoice's token, but only when it was created for that. */
function requireStoredCard(world: World, invoice: Invoice, document: RequestDocument): Card | undefined {
  const { token, cardgate } = invoice.request;
  if (token === undefined) return undefined;
  if (!cardgate.instant) {
    throw unprocessable('shopper_required', 'This token needs the payment page.', '/data/attributes');
  }
  document.attributes.allowOnly([]);
  document.violations.refuseIfAny();
  return world.vault.find(token)?.card;
}

/** Flat, unlike everything else of this platform; an empty payload is a list. */
function saleResponse(world: World, invoice: Invoice): SimulatedResponse {
  const altered = world.controls.takeAttributes();
  const status = altered['status'] ?? invoice.status;
  const challenge = invoice.challenge && world.challenges.byPid(invoice.challenge);
  if (!challenge) return json(200, { status, auth_mode: null, auth_payload: [] });
  return json(201, {
    status,
    auth_mode: '3ds',
    auth_payload: authenticationPayload(world, challenge),
  });
}

export function sale(world: World, request: RoutedRequest): SimulatedResponse {
  if (!world.settings.account.hostToHost) {
    throw refusal(403, 'forbidden', 'Host-to-host payments are not enabled for this account.');
  }
  const invoice = requireInvoiceOfBearer(world, request);
  const document = openDocument(request, ['sale-operation']);
  document.violations.refuseIfAny();
  if (invoice.saleStarted || !isWaiting(invoice)) {
    throw unprocessable('already_started', 'This payment has already been started.', '/data');
  }
  const stored = requireStoredCard(world, invoice, document);
  if (stored !== undefined) {
    startPayment(world, invoice, stored, { shopperPresent: false, clientAddress: '' });
    return saleResponse(world, invoice);
  }
  document.attributes.allowOnly([...cardFieldNames, 'browser_info']);
  const card = readCard(document.attributes, invoice);
  const clientAddress = readBrowserAddress(document.attributes);
  document.violations.refuseIfAny();
  if (card === undefined) throw new Error('The card is missing, yet nothing was found wrong');
  startPayment(world, invoice, card, { shopperPresent: true, clientAddress });
  return saleResponse(world, invoice);
}
