import type { ServerResponse } from 'node:http';
import type { SurfaceResponse } from '../harness/http.ts';
import type { Fault } from './fault.ts';

const before = (name: string, show: (outgoing: ServerResponse) => void): Fault => ({ name, acts: false, show });

const after = (name: string, show: (outgoing: ServerResponse, response: SurfaceResponse) => void): Fault => ({
  name,
  acts: true,
  show(outgoing, response) {
    if (response === undefined) throw new Error(`${name} shows what was answered`);
    show(outgoing, response);
  },
});

function answer(outgoing: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  outgoing.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}

const page = '<html><body>Service temporarily unavailable</body></html>';

/** The provider never acts on the request. A caller cannot tell most of them from those after the act. */
export const faultsBefore: readonly Fault[] = [
  before('connection closed before the answer', (outgoing) => outgoing.socket?.end()),
  before('connection reset before the answer', (outgoing) => outgoing.socket?.resetAndDestroy()),
  before('HTTP 500 with a page', (outgoing) => answer(outgoing, 500, 'text/html', page)),
  before('HTTP 503', (outgoing) => answer(outgoing, 503, 'application/json', '{}')),
  before('HTTP 403 of a proxy', (outgoing) => answer(outgoing, 403, 'text/html', page)),
];

/** The provider acts, and the caller does not learn of it. */
export const faultsAfter: readonly Fault[] = [
  after('answer lost, connection closed', (outgoing) => outgoing.socket?.end()),
  after('answer lost, connection reset', (outgoing) => outgoing.socket?.resetAndDestroy()),
  after('HTTP 500 after the act', (outgoing) => answer(outgoing, 500, 'text/html', page)),
  after('HTTP 502 after the act', (outgoing) => answer(outgoing, 502, 'text/html', page)),
  after('a page with HTTP 200', (outgoing) => answer(outgoing, 200, 'text/html', page)),
  after('JSON of something else', (outgoing) => answer(outgoing, 200, 'application/json', '{"ok":true}')),
  after('JSON cut off', (outgoing, { status, body }) => {
    answer(outgoing, status, 'application/json', body.subarray(0, body.length >> 1));
  }),
  after('body shorter than announced', (outgoing, { status, body }) => {
    outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length + 10 });
    outgoing.write(body, () => outgoing.socket?.end());
  }),
  after('reset inside the body', (outgoing, { status, body }) => {
    outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
    outgoing.write(body.subarray(0, body.length >> 1), () => outgoing.socket?.resetAndDestroy());
  }),
  after('another charset', (outgoing, { status, body }) => {
    const text = Buffer.from(body).toString('utf8');
    answer(outgoing, status, 'application/json; charset=utf-16', Buffer.from(`\uFEFF${text}`, 'utf16le'));
  }),
  after('an empty body', (outgoing) => answer(outgoing, 200, 'application/json', '')),
];

/** The answer stops coming; only a deadline or a cancellation ends the call. */
export const stalls: readonly Fault[] = [
  after('stall before the headers', () => undefined),
  after('stall inside the body', (outgoing, { status, body }) => {
    outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
    outgoing.write(body.subarray(0, body.length >> 1));
  }),
];

/** A right answer in an unusual dress: it must be understood. */
export const oddities: readonly Fault[] = [
  after('one byte a chunk', (outgoing, { status, body }) => {
    outgoing.writeHead(status, { 'content-type': 'application/json' });
    for (const byte of body) outgoing.write(Uint8Array.of(byte));
    outgoing.end();
  }),
  after('another content type', (outgoing, { status, body }) => answer(outgoing, status, 'text/plain', body)),
];
