import type { Order, Part } from './arguments.ts';
import { baseline } from './clients/all.ts';
import type { MeasuredClients } from './measure/calls.ts';
import { measureCalls } from './measure/calls.ts';
import { measureImports } from './measure/imports.ts';
import { measureLease } from './measure/lease.ts';
import { measurePlan } from './measure/plan.ts';
import { startServer } from './measure/server.ts';
import type { Settings } from './measure/settings.ts';
import type { Results } from './report/results.ts';
import { clientRows, figuresOf } from './report/results.ts';

/** Measures what was asked for, one part after the other. `tell` hears what is being done. */
export async function run({ parts, settings }: Order, tell: (text: string) => void): Promise<Results> {
  const measured: MeasuredClients = parts.includes('calls') ? await callsOf(settings, tell) : new Map();
  const raw = measured.get(baseline);
  const only = async <Value>(part: Part, measure: () => Promise<readonly Value[]>): Promise<readonly Value[]> => {
    if (!parts.includes(part)) return [];
    tell(part);
    return await measure();
  };
  return {
    node: process.versions.node,
    date: new Date().toISOString(),
    ...(raw === undefined ? {} : { baseline: figuresOf(raw.own) }),
    clients: clientRows(measured),
    imports: await only('imports', () => measureImports(settings)),
    plans: await only('plan', () => measurePlan(settings)),
    leases: await only('lease', () => measureLease(settings)),
  };
}

async function callsOf(settings: Settings, tell: (text: string) => void): Promise<MeasuredClients> {
  const server = await startServer();
  try {
    return await measureCalls(settings, server, tell);
  } finally {
    await server.close();
  }
}
