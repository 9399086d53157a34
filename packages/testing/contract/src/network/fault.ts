import type { ServerResponse } from 'node:http';
import type { SurfaceResponse } from '../harness/http.ts';

/** Something a network or a provider does to one request. */
export interface Fault {
  readonly name: string;
  /** Whether the provider carries the request out before the fault shows. */
  readonly acts: boolean;
  /** Shows the fault. `response` is what the provider answered, when it acted. */
  show(outgoing: ServerResponse, response: SurfaceResponse | undefined): void;
}
