import type { ClientName } from '../clients/all.ts';
import { contenders } from '../clients/all.ts';
import { ratioOf } from '../arithmetic/ratios.ts';
import type { Figure } from '../arithmetic/statistics.ts';
import { figureOf } from '../arithmetic/statistics.ts';
import type { Measured, MeasuredClients } from '../measure/calls.ts';
import type { Importing } from '../measure/imports.ts';
import type { Leasing } from '../measure/lease.ts';
import type { Planning } from '../measure/plan.ts';

/** What can be told of a client, or of how it compares with another. */
export interface Figures {
  readonly cpu: Figure;
  readonly throughput: Figure;
  readonly p50: Figure;
  readonly p99: Figure;
  readonly memory: Figure;
}

/** A client beside raw undici; raw undici itself beside another one, which says how far ratios can be trusted. */
export interface ClientRow {
  readonly name: ClientName;
  readonly label: string;
  /** Of the rounds that both were in. */
  readonly ratios: Figures;
}

/** What a run came to. A part that was not asked for is not there. */
export interface Results {
  readonly node: string;
  /** ISO 8601. */
  readonly date: string;
  /** Raw undici itself, in microseconds of CPU time and latency, requests in a second, bytes. */
  readonly baseline?: Figures;
  readonly clients: readonly ClientRow[];
  readonly imports: readonly Importing[];
  readonly plans: readonly Planning[];
  readonly leases: readonly Leasing[];
}

export function clientRows(measured: MeasuredClients): readonly ClientRow[] {
  return Array.from(measured, ([name, { own, raw }]) => ({
    name,
    label: contenders[name].label,
    ratios: each((part) => ratioOf(own[part], raw[part])),
  }));
}

export function figuresOf(measured: Measured): Figures {
  return each((part) => figureOf(measured[part]));
}

function each(of: (part: keyof Figures) => Figure): Figures {
  return { cpu: of('cpu'), throughput: of('throughput'), p50: of('p50'), p99: of('p99'), memory: of('memory') };
}
