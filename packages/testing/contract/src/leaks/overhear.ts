import { setImmediate } from 'node:timers/promises';
import { format, inspect } from 'node:util';
import { listenToDiagnostics } from './diagnostics.ts';

/** What can be heard beside a call, by name. */
export const soundSinks = ['console', 'stdout', 'stderr', 'warnings', 'diagnostics channels'] as const;

type SoundSink = (typeof soundSinks)[number];

/** What a call came to: `undefined` for neither. */
export interface Overheard {
  readonly value: unknown;
  readonly thrown: unknown;
  readonly sounds: ReadonlyMap<SoundSink, string>;
}

/** Runs the act and keeps everything that the process says meanwhile. */
export async function overhear(act: () => Promise<unknown>): Promise<Overheard> {
  const sounds = new Map<SoundSink, string>(soundSinks.map((sink) => [sink, '']));
  const hear = (sink: SoundSink) => (text: string) => void sounds.set(sink, `${sounds.get(sink)}${text}\n`);
  const stops = [
    listenToConsole(hear('console')),
    listenToStream(process.stdout, hear('stdout')),
    listenToStream(process.stderr, hear('stderr')),
    listenToWarnings(hear('warnings')),
    listenToDiagnostics(hear('diagnostics channels')),
  ];
  try {
    const value = await act();
    return { value, thrown: undefined, sounds };
  } catch (thrown) {
    return { value: undefined, thrown, sounds };
  } finally {
    // A warning is told on a later tick.
    await setImmediate();
    for (const stop of stops.toReversed()) stop();
  }
}

const methods = [
  'log',
  'info',
  'warn',
  'error',
  'debug',
  'trace',
  'dir',
  'dirxml',
  'table',
  'group',
  'assert',
] as const;

function listenToConsole(hear: (text: string) => void): () => void {
  const { console } = globalThis;
  const originals = methods.map((method) => [method, console[method]] as const);
  for (const method of methods) {
    console[method] = (...printed: unknown[]) => {
      hear(`${format(...printed)} ${inspect(printed, { depth: Number.POSITIVE_INFINITY })}`);
    };
  }
  return () => {
    for (const [method, original] of originals) Object.assign(console, { [method]: original });
  };
}

function listenToStream(stream: NodeJS.WriteStream, hear: (text: string) => void): () => void {
  const original: unknown = Reflect.get(stream, 'write');
  const write = stream.write.bind(stream) as (...parameters: unknown[]) => boolean;
  stream.write = (chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
    hear(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    return write(chunk, ...rest);
  };
  return () => {
    Object.assign(stream, { write: original });
  };
}

function listenToWarnings(hear: (text: string) => void): () => void {
  const listener = (warning: Error & { readonly detail?: string }): void => {
    hear(`${warning.name} ${warning.message} ${warning.detail ?? ''} ${warning.stack ?? ''}`);
  };
  process.on('warning', listener);
  return () => void process.off('warning', listener);
}
