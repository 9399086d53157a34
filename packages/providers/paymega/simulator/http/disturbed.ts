import type { Clock, RequestHandler, SimulatedResponse } from '@ducat/simulator';

import type { ControlState, Fault, Surface } from '../controls.ts';

export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  readonly code = 'ECONNRESET';
}

async function inflict(fault: Fault, clock: Clock): Promise<SimulatedResponse | undefined> {
  switch (fault.kind) {
    case 'lose_connection':
      throw new ConnectionLost('The connection was closed without an answer');
    case 'delay':
      await new Promise<void>((resolve) => clock.schedule(fault.milliseconds, resolve));
      return undefined;
    case 'respond':
      return fault.response;
  }
}

export function disturbed(
  surface: Surface,
  handler: RequestHandler,
  controls: ControlState,
  clock: Clock,
): RequestHandler {
  return async (request) => {
    const disturbance = controls.takeDisturbance(surface, request.method, request.path);
    if (disturbance?.when === 'before') {
      return (await inflict(disturbance.fault, clock)) ?? handler(request);
    }
    const response = await handler(request);
    if (disturbance === undefined) return response;
    return (await inflict(disturbance.fault, clock)) ?? response;
  };
}
