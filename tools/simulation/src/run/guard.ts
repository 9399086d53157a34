import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';

/*
 * What gives another value in the next run. `setImmediate` is not among it: it says "after everything that is ready",
 * which is the same in every run, and the virtual clock lives on it.
 */
const forbiddenGlobals = ['setTimeout', 'setInterval', 'fetch'] as const;
const forbiddenTimers = ['setTimeout', 'setInterval'] as const;
const forbiddenCrypto = [
  'randomBytes',
  'randomFillSync',
  'randomFill',
  'randomInt',
  'randomUUID',
  'generateKeyPairSync',
] as const;

/** Makes everything that differs from run to run throw while the task runs. */
export async function guarded<Result>(task: () => Promise<Result>): Promise<Result> {
  const restore: (() => void)[] = [];
  replaceAll(globalThis, forbiddenGlobals, restore);
  replaceAll(timers, forbiddenTimers, restore);
  replaceAll(timersPromises, forbiddenTimers, restore);
  replaceAll(crypto, forbiddenCrypto, restore);
  replaceAll(globalThis.crypto, ['getRandomValues', 'randomUUID'], restore);
  replaceAll(Math, ['random'], restore);
  replaceAll(performance, ['now'], restore);
  replaceDate(restore);
  syncBuiltinESMExports();
  try {
    return await task();
  } finally {
    for (const undo of restore.toReversed()) undo();
    syncBuiltinESMExports();
  }
}

function replaceAll(owner: object, names: readonly string[], restore: (() => void)[]): void {
  for (const name of names) {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    const value = (): never => {
      throw new Error(`${name} was used in a simulation: everything in it has to come from its clock and its seed`);
    };
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
    restore.push(() => {
      if (before === undefined) delete (owner as Record<string, unknown>)[name];
      else Object.defineProperty(owner, name, before);
    });
  }
}

/** A date of a given moment is fine; the one of this moment is not. */
function replaceDate(restore: (() => void)[]): void {
  const before = globalThis.Date;
  const forbidden = (): never => {
    throw new Error('the time of the machine was asked for in a simulation');
  };
  const guardedDate = new Proxy(before, {
    construct: (target, given: unknown[], newTarget) =>
      given.length === 0 ? forbidden() : (Reflect.construct(target, given, newTarget) as object),
    apply: forbidden,
    get: (target, name, receiver) => (name === 'now' ? forbidden : (Reflect.get(target, name, receiver) as unknown)),
  });
  globalThis.Date = guardedDate;
  restore.push(() => {
    globalThis.Date = before;
  });
}
