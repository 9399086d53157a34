/**
 * Loaded before a module, in a process of its own: notes what importing the module touches, and writes it as JSON to
 * file descriptor 3 when the process ends.
 */
import { createHook } from 'node:async_hooks';
import { writeSync } from 'node:fs';

/** What an import did to the world around it. */
export interface ImportEffects {
  /** Kinds of sockets, pipes, lookups and processes. */
  readonly resources: readonly string[];
  readonly reads: readonly EnvironmentRead[];
}

export interface EnvironmentRead {
  readonly variable: string;
  /** The package that the reading file belongs to. */
  readonly reader: string;
}

const outward = /^(TCP|TLS|UDP|PIPE|PROCESS|GETADDRINFO|GETNAMEINFO|QUERY|HTTP)/;

const resources = new Set<string>();
const reads = new Map<string, EnvironmentRead>();

// Importing node:process makes the standard streams, which are pipes here. They are not what this looks for.
void [process.stdin, process.stdout, process.stderr];

createHook({
  init(_id, kind) {
    if (outward.test(kind)) resources.add(kind);
  },
}).enable();

/** The package whose file is the nearest caller; `undefined` when Node itself reads. */
function nearestPackage(): string | undefined {
  const frames = (new Error('where from').stack ?? '').split('\n').slice(1);
  const frame = frames.find((line) => !/[( ]node:/.test(line) && !line.includes(import.meta.filename));
  if (frame === undefined) return undefined;
  const name = frame.split('/node_modules/').at(-1) ?? frame;
  return /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? frame;
}

function note(variable: string | symbol): void {
  const reader = nearestPackage();
  if (reader === undefined || typeof variable === 'symbol') return;
  reads.set(`${reader} ${variable}`, { variable, reader });
}

process.env = new Proxy(process.env, {
  get(target, variable) {
    note(variable);
    return Reflect.get(target, variable) as unknown;
  },
  has(target, variable) {
    note(variable);
    return Reflect.has(target, variable);
  },
  ownKeys(target) {
    note('(all of them)');
    return Reflect.ownKeys(target);
  },
});

process.on('exit', () => {
  const effects: ImportEffects = { resources: [...resources], reads: [...reads.values()] };
  writeSync(3, JSON.stringify(effects));
});
