import type { OutgoingRequest, SimulatedResponse } from './http.ts';

const totalMilliseconds = 20_000;

export async function sendOverHttp(url: string, request: OutgoingRequest): Promise<SimulatedResponse> {
  const response = await fetch(url, {
    method: request.method,
    headers: { ...request.headers },
    ...(request.body.length > 0 ? { body: new Uint8Array(request.body) } : {}),
    redirect: 'manual',
    signal: AbortSignal.timeout(totalMilliseconds),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}
