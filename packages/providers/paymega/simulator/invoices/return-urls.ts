import type { ObjectReader } from '../validation/object-reader.ts';
import type { Invoice } from './invoice.ts';
import type { World } from '../world.ts';
import { toMajorUnits } from '../money/amounts.ts';

export interface ReturnUrls {
  readonly success: string | undefined;
  readonly pending: string | undefined;
  readonly fail: string | undefined;
}

export function readReturnUrls(attributes: ObjectReader): ReturnUrls | undefined {
  const urls = attributes.object('return_urls');
  if (urls === undefined) return undefined;
  urls.allowOnly(['success', 'pending', 'fail']);
  urls.require('pending');
  return { success: urls.url('success'), pending: urls.url('pending'), fail: urls.url('fail') };
}

function kindOf(status: string): keyof ReturnUrls {
  if (/_failed$|^expired$/.test(status)) return 'fail';
  return /_pending$|^created$/.test(status) ? 'pending' : 'success';
}

/** return_urls outrank return_url; undefined when the merchant named neither. */
export function returnUrlOf(world: World, invoice: Invoice): string | undefined {
  const { returnUrl, returnUrls } = invoice.request;
  const address = returnUrls?.[kindOf(invoice.status)] ?? returnUrl ?? returnUrls?.pending;
  if (address === undefined || !world.settings.account.sendOperationContext) return address;
  const url = new URL(address);
  url.searchParams.set('id', invoice.id);
  url.searchParams.set('serial_number', invoice.serialNumber);
  url.searchParams.set('amount', toMajorUnits(invoice.amount, invoice.currency).text);
  return url.href;
}
