import { invalidRequest } from '../errors/invalid-request.ts';
import type { JournalAppend } from './append.ts';
import type { LeaseRequest, PageRequest } from './journal.ts';
import type { JournalName } from './name.ts';

const longestType = 64;
const longestName = 512;

/*
 * What every journal refuses before it writes or reads anything. Some would be stored as something else: half a
 * surrogate pair as U+FFFD, so that two names become one; NaN as no `due` at all, so that recovery forgets the payment.
 */

/** @throws DucatError `invalid_request` */
export function checkAppend(append: JournalAppend): void {
  checkText('payment', append.payment, longestName);
  checkWhole('expectedVersion', append.expectedVersion);
  if (append.expectedVersion < 0) throw invalidRequest('expectedVersion', 'must be 0 or more');
  if (append.events.length === 0) throw invalidRequest('events', 'must have at least one');
  for (const [index, event] of append.events.entries()) checkEntry(`events.${index}`, event);
  for (const [index, message] of append.messages.entries()) checkEntry(`messages.${index}`, message);
  for (const [index, name] of append.names.entries()) checkName(name, `names.${index}`);
  if (append.due !== undefined) checkWhole('due', append.due);
}

/** @throws DucatError `invalid_request` */
export function checkName({ value }: JournalName, path: string = 'name'): void {
  checkText(`${path}.value`, value, longestName);
}

/** @throws DucatError `invalid_request` */
export function checkLease({ now, until, limit }: LeaseRequest): void {
  checkWhole('now', now);
  checkWhole('until', until);
  checkLimit(limit);
}

/** @throws DucatError `invalid_request` */
export function checkPage({ limit }: PageRequest): void {
  checkLimit(limit);
}

function checkEntry(path: string, entry: { readonly type: string; readonly at: number; readonly data: string }): void {
  checkText(`${path}.type`, entry.type, longestType);
  checkWhole(`${path}.at`, entry.at);
  if (!entry.data.isWellFormed()) throw invalidRequest(`${path}.data`, 'has half a surrogate pair: write it as \\u');
}

function checkText(path: string, text: string, most: number): void {
  if (text.length === 0 || text.length > most) throw invalidRequest(path, `must have 1 to ${most} characters`);
  if (!text.isWellFormed()) throw invalidRequest(path, 'has half a surrogate pair');
}

function checkWhole(path: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw invalidRequest(path, 'must be a whole number');
}

function checkLimit(limit: number): void {
  checkWhole('limit', limit);
  if (limit < 1) throw invalidRequest('limit', 'must be 1 or more');
}
