import { readFileSync, readdirSync } from 'node:fs';
import nock from 'nock';
import { afterEach, beforeEach, expect } from 'vitest';
import { createPayCross } from '../src/index.ts';
import type { PayCross } from '../src/index.ts';
import { webhookPublicKey } from './scripted.ts';
import { account, gatewayUrl } from './shop.ts';

const folder = new URL('golden/', import.meta.url);

interface GoldenEntry {
  readonly file: string;
  readonly page: string;
  /** What was changed against the page, and why. */
  readonly corrections: readonly string[];
}

export const goldenIndex: readonly GoldenEntry[] = JSON.parse(
  readFileSync(new URL('index.json', folder), 'utf8'),
) as GoldenEntry[];

export const goldenFiles: readonly string[] = readdirSync(folder).filter((name) => name !== 'index.json');

/** The message in its shortest form, with its keys in the order of the page. */
export function golden(file: string): string {
  if (!goldenIndex.some((entry) => entry.file === file)) throw new Error(`${file} is not in the index`);
  return JSON.stringify(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
}

/** One request as it left, byte for byte. */
export interface Written {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Lets no test of the file through with a request that nothing expected, or an answer that nobody asked for. */
export function guardNetwork(): void {
  const unmatched: string[] = [];
  const note = ({ url }: Request): void => void unmatched.push(url);
  beforeEach(() => {
    nock.disableNetConnect();
    nock.emitter.on('no match', note);
  });
  afterEach(() => {
    const pending = nock.pendingMocks();
    nock.emitter.removeListener('no match', note);
    nock.abortPendingRequests();
    nock.cleanAll();
    nock.enableNetConnect();
    expect({ unmatched: unmatched.splice(0), pending }).toEqual({ unmatched: [], pending: [] });
  });
}

/** The gateway gives this one answer; what it was asked is kept. */
export function replay(method: 'GET' | 'POST', path: string, answer: string, status = 200): readonly Written[] {
  const written: Written[] = [];
  const scope = nock(gatewayUrl);
  scope.on('request', ({ method: sent, url, headers }: Request, _interceptor: unknown, body: string) => {
    written.push({ method: sent, path: url.slice(gatewayUrl.length), headers: Object.fromEntries(headers), body });
  });
  scope.intercept(path, method).reply(status, answer, { 'content-type': 'application/json; charset=utf-8' });
  return written;
}

/** The adapter with its own transport, at the address of the page. */
export function onThePage(testMode?: boolean): PayCross {
  return createPayCross({ ...account, webhookPublicKey, ...(testMode === undefined ? {} : { testMode }) });
}
