import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientName } from '../clients/all.ts';
import { baseline, contenders } from '../clients/all.ts';
import type { Conversation } from '../conversation.ts';
import { startProcess } from '../conversation.ts';
import type { Slice, SliceOrder } from '../slices/slice.ts';
import type { Settings } from './settings.ts';
import type { Server } from './server.ts';

/** What one client did, a value for each round; times in microseconds, for each HTTP request. */
export interface Measured {
  readonly cpu: number[];
  /** Requests in a second. */
  readonly throughput: number[];
  readonly p50: number[];
  readonly p99: number[];
  /** A value for each generation, in bytes. */
  readonly memory: number[];
}

/** A client, and its twin of raw undici right before it, round by round. */
interface Compared {
  readonly own: Measured;
  readonly raw: Measured;
}

export type MeasuredClients = ReadonlyMap<ClientName, Compared>;

/**
 * Short slices of a client and of raw undici in turn, alone on the machine: it switches between two speeds for seconds
 * at a time, and a pair is over before that. Each client has a raw undici of its own, as old and as busy as itself: a
 * process that has been idle is slower for a while, and one that is always busy is not. Processes are fresh in every
 * generation, because no two of them are compiled alike.
 */
export async function measureCalls(
  settings: Settings,
  server: Server,
  tell: (text: string) => void,
): Promise<MeasuredClients> {
  const measured = new Map<ClientName, Compared>(
    settings.clients.map((name) => [name, { own: nothingMeasured(), raw: nothingMeasured() }]),
  );
  for (let generation = 1; generation <= settings.generations; generation += 1) {
    for (const [name, compared] of measured) {
      tell(`calls: ${contenders[name].label}, generation ${generation} of ${settings.generations}`);
      await measurePair(name, settings, server, compared);
    }
  }
  return measured;
}

async function measurePair(
  name: ClientName,
  settings: Settings,
  server: Server,
  { own, raw }: Compared,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ducat-bench-'));
  const running: Conversation[] = [];
  try {
    const twin = await startClient(baseline, server, folder);
    running.push(twin);
    const client = await startClient(name, server, folder);
    running.push(client);
    raw.memory.push(await warmUp(twin, settings));
    own.memory.push(await warmUp(client, settings));
    const { requests } = contenders[name];
    const { calls, inFlight, sequential, rounds } = settings;
    const many = { calls, inFlight };
    const one = { calls: sequential, inFlight: 1 };
    await slice(twin, many);
    for (let round = 0; round < rounds; round += 1) {
      addMany(raw, await slice(twin, many), calls, 1);
      addMany(own, await slice(client, many), calls, requests);
      addOne(raw, await slice(twin, one), 1);
      addOne(own, await slice(client, one), requests);
    }
  } finally {
    await Promise.all(running.map((process) => process.close()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startClient(
  name: ClientName,
  { addresses, certificateFile }: Server,
  folder: string,
): Promise<Conversation> {
  const own = mkdtempSync(join(folder, `${name}-`));
  return await startProcess('client', [name, addresses.plain, addresses.tls, own], {
    NODE_EXTRA_CA_CERTS: certificateFile,
  });
}

/** Until everything that is called often is compiled. Returns the peak memory of the first calls. */
async function warmUp(client: Conversation, settings: Settings): Promise<number> {
  const { calls, inFlight, memoryCalls } = settings;
  const end = performance.now() + settings.warmUpMilliseconds;
  let memory: number | undefined;
  for (let made = 0; made < settings.warmUp && performance.now() < end; made += calls) {
    if (made >= memoryCalls) memory ??= await peakMemoryOf(client);
    await client.ask({ calls, inFlight });
  }
  return memory ?? (await peakMemoryOf(client));
}

async function peakMemoryOf(client: Conversation): Promise<number> {
  return ((await client.ask('memory')) as { bytes: number }).bytes;
}

async function slice(client: Conversation, order: SliceOrder): Promise<Slice> {
  return (await client.ask(order)) as Slice;
}

function addMany({ cpu, throughput }: Measured, many: Slice, calls: number, requests: number): void {
  cpu.push(many.cpu / requests);
  throughput.push((calls * requests * 1e6) / many.wall);
}

function addOne({ p50, p99 }: Measured, one: Slice, requests: number): void {
  p50.push(one.p50 / requests);
  p99.push(one.p99 / requests);
}

function nothingMeasured(): Measured {
  return { cpu: [], throughput: [], p50: [], p99: [], memory: [] };
}
