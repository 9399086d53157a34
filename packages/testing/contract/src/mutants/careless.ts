import { gunzipSync } from 'node:zlib';
import type { Intake, Send } from '../reference/adapter/send.ts';
import { send, sendTaking } from '../reference/adapter/send.ts';

const intake: Intake = {
  largestBody: 1024 * 1024,
  largestHead: 16 * 1024,
  isLenient: false,
  readChunk: (chunk) => chunk,
};

export const mebibyte: number = 1024 * 1024;

export const taking =
  (change: Partial<Intake>): Send =>
  (request, budget) =>
    sendTaking({ ...intake, ...change }, request, budget);

/** As several clients do: the same once more, wherever the answer says. */
export const following: Send = async (request, budget) => {
  const response = await send(request, budget);
  const { location } = response.headers;
  if (response.status < 300 || typeof location !== 'string') return response;
  return send({ ...request, url: new URL(location, request.url).href }, budget);
};

export const unpacking: Send = async (request, budget) => {
  const response = await taking({ largestBody: mebibyte })(request, budget);
  const { 'content-encoding': encoding, ...headers } = response.headers;
  return encoding === 'gzip' ? { ...response, headers, body: unpadded(gunzipSync(response.body)) } : response;
};

const unpadded = (body: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(body).toString('latin1').trimEnd(), 'latin1');

const asText = (body: Uint8Array): string =>
  Buffer.from(body)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim();

/** Takes what any reader of JSON takes. */
export function readLoosely(body: Uint8Array): unknown {
  try {
    return JSON.parse(asText(body));
  } catch {
    return undefined;
  }
}

/** Merges into objects of the class, as configuration readers do. */
export function merge(target: Record<string, unknown>, source: unknown): unknown {
  if (typeof source !== 'object' || source === null || Array.isArray(source)) return source;
  for (const [key, value] of Object.entries(source)) {
    const inner = target[key];
    if (typeof value === 'object' && value !== null && (typeof inner === 'object' || typeof inner === 'function')) {
      merge(inner as Record<string, unknown>, value);
    } else {
      target[key] = value;
    }
  }
  return target;
}

export const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
