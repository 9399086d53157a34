import type { RequestHandler, SimulatedRequest, SimulatedResponse } from '@ducat/simulator';

import { answerProcess } from '../challenge/process.ts';
import { typeOfPath } from '../operations/table.ts';
import { notFound, simpleError, unauthorized } from '../responses/errors.ts';
import { isAuthenticated } from './authentication.ts';
import type { Gateway } from './gateway.ts';
import { acceptsJson, isJson } from './message-format.ts';
import { byUid, firstByTrackingId, listByTrackingId } from './query.ts';
import { submit, versionOf } from './submission.ts';

/** Undefined when a segment is not valid percent-encoding. */
function segmentsOf(path: string): readonly string[] | undefined {
  try {
    return new URL(path, 'http://gateway').pathname.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function query({ platform }: Gateway, request: SimulatedRequest, segments: readonly string[]): SimulatedResponse {
  const version = versionOf(request);
  const [first, second, third, fourth, ...rest] = segments;
  if (rest.length > 0) return notFound();
  if (first === 'v2' && second === 'transactions' && third === 'tracking_id' && fourth !== undefined) {
    return listByTrackingId(platform, fourth, version);
  }
  if (first !== 'transactions' || second === undefined || fourth !== undefined) return notFound();
  if (third === undefined) return byUid(platform, second, version);
  return second === 'tracking_id' ? firstByTrackingId(platform, third, version) : notFound();
}

async function post(
  { platform, repetitions }: Gateway,
  request: SimulatedRequest,
  segments: readonly string[],
): Promise<SimulatedResponse> {
  const [first, plural, ...rest] = segments;
  const type = first === 'transactions' && rest.length === 0 ? typeOfPath(plural ?? '') : undefined;
  if (type === undefined) return notFound();
  if (!isJson(request)) return simpleError(415, 'Content-Type must be application/json');
  return repetitions.answer(request.headers['requestid'], () => submit(platform, type, request));
}

async function answerApi(
  gateway: Gateway,
  request: SimulatedRequest,
  segments: readonly string[],
): Promise<SimulatedResponse> {
  const refusal = gateway.faults.refusal();
  if (refusal !== undefined) return refusal;
  if (!isAuthenticated(request, gateway.account)) return unauthorized();
  if (!acceptsJson(request)) return simpleError(406, 'Accept must allow application/json');
  switch (request.method) {
    case 'GET':
      return query(gateway, request, segments);
    case 'POST':
      return post(gateway, request, segments);
    default:
      return notFound();
  }
}

export function createGatewayHandler(gateway: Gateway): RequestHandler {
  return async (request) => {
    const segments = segmentsOf(request.path);
    if (segments === undefined) return notFound();
    if (segments[0] === 'process') return answerProcess(gateway, request, segments.slice(1));
    const answer = await answerApi(gateway, request, segments);
    const headers = { ...answer.headers, 'x-request-id': gateway.platform.random.uuid() };
    return gateway.faults.spoil({ ...answer, headers });
  };
}
