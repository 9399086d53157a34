import type { Budget, HttpRequest, HttpResponse, Transport } from '@ducat/adapter-kit';
import { wordsOf } from '../faults/table.ts';
import { never } from '../process/never.ts';
import { tagOf } from '../process/process-clock.ts';
import type { ProcessClock } from '../process/process-clock.ts';
import { canceled, htmlPage, lost, overdue, refused, serverError, tooMany } from './failures.ts';
import type { Journey, NetworkSurroundings } from './journey.ts';
import { answerLookup } from './lookup-answers.ts';
import { spoil } from './spoil.ts';
import { stepOf } from './step-of.ts';
import { arrive, waitFor } from './wait.ts';

/** A process, as the network sees it. */
export interface Sender {
  readonly name: string;
  readonly clock: ProcessClock;
  isAlive(): boolean;
  crash(): void;
}

/** The way of one process to one provider: it loses, delays and spoils what it carries. */
export function faultyTransport(around: NetworkSurroundings, sender: Sender): Transport {
  return {
    async send(request, budget) {
      if (!sender.isAlive()) return never();
      const answer = await settled(travel(around, sender, request, budget));
      if (!sender.isAlive()) return never();
      if ('error' in answer) throw answer.error;
      return answer.response;
    },
    close: async () => undefined,
  };
}

async function settled(
  journey: Promise<HttpResponse>,
): Promise<{ readonly response: HttpResponse } | { readonly error: unknown }> {
  try {
    return { response: await journey };
  } catch (error) {
    return { error };
  }
}

async function travel(
  around: NetworkSurroundings,
  sender: Sender,
  request: HttpRequest,
  budget: Budget,
): Promise<HttpResponse> {
  if (budget.signal?.aborted === true) throw canceled('none');
  if (budget.deadline <= budget.clock.now()) throw overdue('none');
  const { injector, platform, trace } = around;
  const tag = tagOf(budget.clock);
  const { payment = '', reference = '' } = tag ?? {};
  const step = stepOf(platform.id, request, tag);
  const moment = injector.opportunity(payment === '' ? sender.name : payment, platform.id, step);
  const random = around.dice.stream(moment.name);
  const isDown = around.isDown(platform.id);
  const fault = isDown ? 'down' : injector.one(moment);
  const journey: Journey = { ...around, sender, request, budget, payment, reference, step, moment, random };
  trace.tell(payment, `process ${sender.name} asks ${platform.id}: ${step} ${reference}`);
  around.onCall(journey);
  if (fault === undefined) return await carry(journey);
  return await misfortune(journey, fault);
}

/** There and back, with the time that it takes. */
async function carry(journey: Journey, delay = 0): Promise<HttpResponse> {
  const { budget, random } = journey;
  await waitFor(journey, 5 + random.integer(30));
  const response = await arrive(journey);
  await waitFor(journey, 20 + random.integer(400) + delay);
  if (budget.clock.now() >= budget.deadline) throw overdue('possible');
  journey.trace.note(journey.payment, `answered ${response.status} ${response.body.length}`);
  return response;
}

async function misfortune(journey: Journey, fault: string): Promise<HttpResponse> {
  const { random, sender, platform, budget, clock } = journey;
  switch (fault) {
    case 'crash_before':
      met(journey, fault);
      sender.crash();
      return never();
    case 'connection_refused':
    case 'tls_or_dns':
      met(journey, fault);
      await waitFor(journey, 10);
      throw refused();
    case 'down':
      met(journey, fault);
      if (random.integer(2) === 0) throw refused();
      return await silence(journey);
    case 'request_lost':
      met(journey, fault);
      return await silence(journey);
    case 'error_before':
    case 'rate_limited':
      met(journey, fault);
      await waitFor(journey, 50);
      return fault === 'rate_limited' ? tooMany(platform.id) : serverError(500 + random.integer(4));
    case 'late': {
      met(journey, fault);
      const left = Math.max(0, budget.deadline - budget.clock.now());
      clock.schedule(left + 20_000 + random.integer(100_000), () => void arrive(journey).catch(() => undefined));
      return await silence(journey, true);
    }
    case 'slow':
      met(journey, fault);
      return await carry(journey, 1000 + random.integer(40_000));
    case 'clock_jump':
      met(journey, fault);
      sender.clock.jumpTo(random.integer(2) === 0 ? -300_000 : 300_000);
      return await carry(journey);
    case 'not_found':
    case 'stale':
    case 'several':
      return (await answerLookup(journey, fault)) ?? (await carry(journey));
    default:
      return await afterwards(journey, fault);
  }
}

/** The provider has acted; what comes back is another matter. */
async function afterwards(journey: Journey, fault: string): Promise<HttpResponse> {
  const { random, sender } = journey;
  const response = await carry(journey);
  if (fault === 'crash_after') {
    met(journey, fault);
    sender.crash();
    return never();
  }
  if (fault === 'response_lost' || fault === 'stall') {
    met(journey, fault);
    return await silence(journey, fault === 'stall');
  }
  if (fault === 'error_after') {
    met(journey, fault);
    return serverError(500 + random.integer(4));
  }
  if (fault === 'html') {
    met(journey, fault);
    return htmlPage();
  }
  const spoiled = spoil(response, fault);
  if (spoiled !== undefined) met(journey, fault);
  return spoiled ?? response;
}

/** The caller hears that the connection is gone, or hears nothing until its deadline. */
async function silence(journey: Journey, isLong = journey.random.integer(2) === 0): Promise<never> {
  const { budget } = journey;
  if (!isLong) {
    await waitFor(journey, 200);
    throw lost();
  }
  await waitFor(journey, Math.max(0, budget.deadline - budget.clock.now()));
  throw overdue('possible');
}

function met({ injector, trace, moment, payment, step, platform }: Journey, fault: string): void {
  injector.happened(moment, fault);
  trace.tell(payment, `${wordsOf(fault, 'call')} (${step} at ${platform.id})`, true);
}
