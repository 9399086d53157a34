import type { HttpResponse } from '@ducat/adapter-kit';
import { bytes, text } from '@ducat/simulator';

/** The answer with a fault of its content; `undefined` when it has nothing to spoil. */
export function spoil(response: HttpResponse, fault: string): HttpResponse | undefined {
  switch (fault) {
    case 'malformed':
      return withBody(response, `${text(response.body).slice(0, -1)},,}`);
    case 'truncated':
      return withBody(response, text(response.body).slice(0, Math.floor(response.body.length / 2)));
    case 'wrong_charset':
      return {
        ...response,
        headers: { ...response.headers, 'content-type': 'application/json; charset=utf-16' },
        body: new Uint8Array(Buffer.from(`\uFEFF${text(response.body)}`, 'utf16le')),
      };
    case 'unknown_status':
      return changed(response, 'status', () => 'frobnicated');
    case 'amount_mismatch':
      return changed(response, 'amount', otherAmount);
    default:
      return undefined;
  }
}

function withBody(response: HttpResponse, body: string): HttpResponse {
  return { ...response, body: bytes(body) };
}

function changed(response: HttpResponse, field: string, change: (value: unknown) => unknown): HttpResponse | undefined {
  const rewritten = rewriteJson(text(response.body), field, change);
  return rewritten === undefined ? undefined : withBody(response, rewritten);
}

/** The document with one field of its transaction changed, wherever the provider keeps it. */
export function rewriteJson(document: string, field: string, change: (value: unknown) => unknown): string | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(document);
  } catch {
    return undefined;
  }
  let found = false;
  for (const record of transactionsIn(parsed)) {
    if (record[field] === undefined || record[field] === null) continue;
    record[field] = change(record[field]);
    found = true;
  }
  return found ? JSON.stringify(parsed) : undefined;
}

type Fields = Record<string, unknown>;

function transactionsIn(document: unknown): Fields[] {
  const { data, transaction, transactions } = fieldsOf(document);
  if (Array.isArray(data)) return data.map((item) => fieldsOf(fieldsOf(item)['attributes']));
  if (data !== undefined) return [fieldsOf(fieldsOf(data)['attributes'])];
  if (Array.isArray(transactions)) return transactions.map(fieldsOf);
  return [transaction === undefined ? fieldsOf(document) : fieldsOf(transaction)];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** Another amount of the same kind: a cent, or a unit, more. */
export function otherAmount(amount: unknown): unknown {
  return typeof amount === 'number' ? Number((amount + 1).toFixed(3)) : amount;
}
