import type { HttpResponse } from '@ducat/adapter-kit';
import type { Journey } from './journey.ts';

/** Lets time pass by the true clock: what travels does not stop with the process that sent it. */
export function waitFor({ clock }: Journey, milliseconds: number): Promise<void> {
  return new Promise((resolve) => void clock.schedule(milliseconds, resolve));
}

/** The request reaches the provider, which acts on it at once. */
export async function arrive(journey: Journey): Promise<HttpResponse> {
  const { platform, request, payment, reference } = journey;
  journey.beforeAct(journey);
  const response = await platform.deliver(request, payment, reference);
  journey.onAct(journey, response);
  return response;
}
