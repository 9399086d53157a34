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

/** A client, and raw undici right before it, round by round. */
interface Compared {
  readonly own: Measured;
  readonly raw: Measured;
}

export type MeasuredClients = ReadonlyMap<ClientName, Compared>;

/**
 * Short slices of every client in turn, each right after one of raw undici: a machine that others use as well is almost
 * twice as slow for some seconds, and a round of all clients takes longer than that. Processes are fresh in every
 * generation, because no two of them are compiled alike.
 */
export async function measureCalls(
  settings: Settings,
  server: Server,
  tell: (text: string) => void,
): Promise<MeasuredClients> {
  const measured = new Map<ClientName, Compared>(
    settings.clients.map((name) => {
      const own = nothingMeasured();
      return [name, { own, raw: name === baseline ? own : nothingMeasured() }];
    }),
  );
  for (let generation = 1; generation <= settings.generations; generation += 1) {
    tell(`calls: generation ${generation} of ${settings.generations}`);
    await measureGeneration(settings, server, measured);
  }
  return measured;
}

async function measureGeneration(settings: Settings, server: Server, measured: MeasuredClients): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ducat-bench-'));
  const running = new Map<ClientName, Conversation>();
  try {
    for (const name of settings.clients) running.set(name, await startClient(name, server, folder));
    const memory = new Map<ClientName, number>();
    for (const [name, client] of running) memory.set(name, await warmUp(client, settings));
    for (const [name, { own, raw }] of measured) {
      own.memory.push(memory.get(name) ?? Number.NaN);
      if (raw !== own) raw.memory.push(memory.get(baseline) ?? Number.NaN);
    }
    for (let round = 0; round < settings.rounds; round += 1) {
      // Everybody has every place in the order once: nobody always comes after the same neighbour.
      for (const name of rotated(settings.clients, round)) await takeTurn(name, settings, running, measured);
    }
  } finally {
    await Promise.all(Array.from(running.values(), (client) => client.close()));
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

async function takeTurn(
  name: ClientName,
  { calls, inFlight, sequential }: Settings,
  running: ReadonlyMap<ClientName, Conversation>,
  measured: MeasuredClients,
): Promise<void> {
  const [client, rawClient, compared] = [running.get(name), running.get(baseline), measured.get(name)];
  if (client === undefined || rawClient === undefined || compared === undefined) return;
  const { own, raw } = compared;
  const { requests } = contenders[name];
  const many = { calls, inFlight };
  const one = { calls: sequential, inFlight: 1 };
  // Raw undici is asked all the time. Whoever has been idle meanwhile wakes up first, which does not count.
  await slice(client, many);
  if (raw !== own) addMany(raw, await slice(rawClient, many), calls, 1);
  addMany(own, await slice(client, many), calls, requests);
  if (raw !== own) addOne(raw, await slice(rawClient, one), 1);
  addOne(own, await slice(client, one), requests);
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

function rotated<Item>(items: readonly Item[], by: number): readonly Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
