import { json } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import { notFound, refusal } from '../http/refusal.ts';
import type { RoutedRequest } from '../http/router.ts';
import type { World } from '../world.ts';
import type { Invoice } from './invoice.ts';
import { invoiceDocument, invoiceList } from './resource.ts';

export function requireInvoice(world: World, id: string): Invoice {
  const invoice = world.invoices.get(id);
  if (invoice === undefined) throw notFound(`Payment invoice ${id} was not found.`);
  return invoice;
}

export function readInvoice(world: World, request: RoutedRequest): SimulatedResponse {
  const id = request.parts['id'] ?? '';
  if (world.controls.takeHiding()) throw notFound(`Payment invoice ${id} was not found.`);
  return json(200, invoiceDocument(world, requireInvoice(world, id), 'response'));
}

export function readReferenceFilter(request: RoutedRequest): string | undefined {
  for (const name of request.query.keys()) {
    if (name !== 'filter[reference_id]') {
      throw refusal(400, 'unknown_parameter', `Parameter ${name} is not known.`, { parameter: name });
    }
  }
  return request.query.get('filter[reference_id]') ?? undefined;
}

export function listInvoices(world: World, request: RoutedRequest): SimulatedResponse {
  const referenceId = readReferenceFilter(request);
  if (world.controls.takeHiding()) return json(200, invoiceList(world, []));
  return json(200, invoiceList(world, world.invoices.list(referenceId)));
}
