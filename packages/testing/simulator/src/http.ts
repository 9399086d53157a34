export interface SimulatedRequest {
  readonly method: string;
  /** Path with its query, as it stands in the request line. */
  readonly path: string;
  /** Names in lower case, as node:http gives them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface SimulatedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export type RequestHandler = (request: SimulatedRequest) => Promise<SimulatedResponse>;

export interface OutgoingRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** One exchange without following redirects; the in-memory network and real sockets both provide it. */
export type Send = (url: string, request: OutgoingRequest) => Promise<SimulatedResponse>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const noBody: Uint8Array = new Uint8Array(0);

export function bytes(text: string): Uint8Array {
  return encoder.encode(text);
}

export function text(body: Uint8Array): string {
  return decoder.decode(body);
}

export function json(status: number, value: unknown): SimulatedResponse {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: bytes(JSON.stringify(value)),
  };
}

export function html(status: number, page: string): SimulatedResponse {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: bytes(page) };
}

export function plain(status: number, message: string): SimulatedResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: bytes(message) };
}

export function redirect(location: string, status: 302 | 303 | 307 = 302): SimulatedResponse {
  return { status, headers: { location }, body: noBody };
}

export function empty(status: number): SimulatedResponse {
  return { status, headers: {}, body: noBody };
}
