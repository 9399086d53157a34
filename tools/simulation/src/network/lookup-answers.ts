import type { HttpResponse } from '@ducat/adapter-kit';
import { bytes } from '@ducat/simulator';
import { wordsOf } from '../faults/table.ts';
import type { Journey } from './journey.ts';
import { waitFor } from './wait.ts';

/** An answer to a lookup that is not true (any more); `undefined` when there is nothing to be wrong about. */
export async function answerLookup(journey: Journey, fault: string): Promise<HttpResponse | undefined> {
  const { platform, payment, reference, request } = journey;
  if (fault === 'several') {
    // Only a list by the reference can show two; captures, voids and refunds carry none.
    const isList = request.path.includes('/tracking_id/');
    const twin = isList ? await platform.repeatByMistake(reference) : undefined;
    if (twin !== undefined) {
      met(journey, fault);
      journey.onDoubled(reference, twin);
    }
    return undefined;
  }
  if (!platform.isFresh(payment)) return undefined;
  const answer = fault === 'stale' ? platform.earlierAnswer(request.path, payment) : nothing(journey);
  if (answer === undefined) return undefined;
  met(journey, fault);
  await waitFor(journey, 100);
  return answer;
}

/** How each provider says that it has no such thing: lists are empty, single ones are 404. */
function nothing({ request: { path }, platform }: Journey): HttpResponse {
  if (platform.id === 'paymega') {
    const missing = { status: '404', code: 'not_found', title: 'Not Found', detail: 'It was not found.' };
    return path.includes('?') ? json(200, { data: [] }) : json(404, { errors: [missing] });
  }
  return path.includes('tracking_id')
    ? json(200, { transactions: [] })
    : json(404, { response: { message: 'Record not found' } });
}

function json(status: number, body: unknown): HttpResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: bytes(JSON.stringify(body)) };
}

function met({ injector, trace, moment, payment, step, platform }: Journey, fault: string): void {
  injector.happened(moment, fault);
  trace.tell(payment, `${wordsOf(fault, 'call')} (${step} at ${platform.id})`, true);
}
