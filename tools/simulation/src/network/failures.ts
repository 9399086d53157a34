import type { HttpResponse } from '@ducat/adapter-kit';
import { DucatError } from '@ducat/core';
import { bytes } from '@ducat/simulator';
import type { ProviderId } from '../faults/steps.ts';

export function refused(): DucatError {
  return new DucatError({ code: 'connection_failed', message: 'nobody listens there', effect: 'none', retry: 'safe' });
}

export function lost(): DucatError {
  return new DucatError({ code: 'connection_lost', message: 'the connection was reset', effect: 'possible' });
}

export function overdue(effect: 'none' | 'possible'): DucatError {
  return new DucatError({ code: 'deadline_exceeded', message: 'the deadline has passed', effect });
}

export function canceled(effect: 'none' | 'possible'): DucatError {
  return new DucatError({ code: 'canceled', message: 'the caller canceled the call', effect });
}

const page = '<!doctype html><html><body><h1>Something went wrong</h1></body></html>';
const htmlHeaders = { 'content-type': 'text/html; charset=utf-8' };

export function serverError(status: number): HttpResponse {
  return { status, headers: htmlHeaders, body: bytes(page) };
}

export function htmlPage(): HttpResponse {
  return { status: 200, headers: htmlHeaders, body: bytes(page) };
}

/** As each provider writes its refusals. */
export function tooMany(provider: ProviderId): HttpResponse {
  const said = 'Too many requests';
  const error = { status: '429', code: 'too_many_requests', title: said, detail: said };
  const body = provider === 'paymega' ? { errors: [error] } : { response: { message: said } };
  return { status: 429, headers: { 'content-type': 'application/json' }, body: bytes(JSON.stringify(body)) };
}
