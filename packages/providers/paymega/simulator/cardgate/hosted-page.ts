import { redirect } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import type { Card } from '../cards/card.ts';
import { mask } from '../cards/card.ts';
import { escapeHtml, forwardingPage, message, page } from '../html/page.ts';
import { submittedFields } from '../html/submitted.ts';
import type { RoutedRequest } from '../http/router.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { isWaiting } from '../invoices/invoice.ts';
import { returnUrlOf } from '../invoices/return-urls.ts';
import { toMajorUnits } from '../money/amounts.ts';
import { ObjectReader } from '../validation/object-reader.ts';
import { Violations } from '../validation/violations.ts';
import type { World } from '../world.ts';
import { authenticationPayload } from './authentication-payload.ts';
import { readCard, readCvv } from './card-fields.ts';
import { startPayment } from './payment.ts';

const input = (name: string): string => `<label>${name} <input name="${name}" autocomplete="off" required></label>`;
const newCardInputs = ['card_number', 'exp_month', 'exp_year', 'cvv'].map(input).join('');
const holderInput = '<label>card_holder <input name="card_holder"></label>';

function storedCardOf(world: World, invoice: Invoice): Card | undefined {
  const { token } = invoice.request;
  return token === undefined ? undefined : world.vault.find(token)?.card;
}

/** With a token, the page asks for nothing but the CVV. */
function cardPage(world: World, invoice: Invoice, status: number): SimulatedResponse {
  const stored = storedCardOf(world, invoice);
  const amount = `${toMajorUnits(invoice.amount, invoice.currency).text} ${invoice.currency}`;
  const inputs = stored ? `<p>${escapeHtml(mask(stored.number))}</p>${input('cvv')}` : `${newCardInputs}${holderInput}`;
  return page(
    status,
    `Pay ${amount}`,
    `<form method="post" action="/hpp/${invoice.session.sid}">${inputs}<button>Pay</button></form>`,
  );
}

/** Where the shopper goes once a card was sent: to the issuer, to the merchant, or nowhere. */
export function nextPage(world: World, invoice: Invoice): SimulatedResponse {
  const challenge = invoice.challenge && world.challenges.byPid(invoice.challenge);
  if (challenge && isWaiting(invoice)) {
    const { method, action, params } = authenticationPayload(world, challenge);
    return forwardingPage(method, action, params);
  }
  const address = returnUrlOf(world, invoice);
  return address === undefined ? message(200, 'Payment status', invoice.status) : redirect(address);
}

function invoiceOfSession(world: World, request: RoutedRequest): Invoice | undefined {
  const session = world.sessions.bySid(request.parts['sid'] ?? '');
  return session && world.invoices.get(session.invoiceId);
}

const unknownPayment = (): SimulatedResponse => message(404, 'Not found', 'There is no such payment.');

export function showHostedPage(world: World, request: RoutedRequest): SimulatedResponse {
  const invoice = invoiceOfSession(world, request);
  if (invoice === undefined) return unknownPayment();
  if (invoice.saleStarted || !isWaiting(invoice)) return nextPage(world, invoice);
  return cardPage(world, invoice, 200);
}

export function submitHostedPage(world: World, request: RoutedRequest): SimulatedResponse {
  const invoice = invoiceOfSession(world, request);
  if (invoice === undefined) return unknownPayment();
  if (invoice.saleStarted || !isWaiting(invoice)) return nextPage(world, invoice);
  const violations = new Violations();
  // An input left empty is an absent one.
  const filled = [...submittedFields(request)].filter(([, value]) => value !== '');
  const fields = new ObjectReader(Object.fromEntries(filled), '', violations);
  const stored = storedCardOf(world, invoice);
  if (stored !== undefined) readCvv(fields);
  const card = stored ?? readCard(fields, invoice);
  if (card === undefined || violations.any) return cardPage(world, invoice, 422);
  startPayment(world, invoice, card, { shopperPresent: true, clientAddress: '127.0.0.1' });
  return nextPage(world, invoice);
}
