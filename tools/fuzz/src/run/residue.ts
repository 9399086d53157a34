import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** More than this and inputs are being kept somewhere. */
const mostBytes = 24 * 1024 * 1024;
/** Others may have a timer for a moment: a test runner, a console. */
const patience = 5;

/** What is there after everything has run: timers and sockets, memory. */
interface Residue {
  readonly bytes: number;
  readonly resources: number;
}

export async function leftBehind(): Promise<Residue> {
  await delay(20);
  collectGarbage();
  return { bytes: process.memoryUsage().heapUsed, resources: process.getActiveResourcesInfo().length };
}

/** What is there for good that was not there before, in words. */
export async function residueSince(before: Residue): Promise<string | undefined> {
  let difference: string | undefined;
  for (let look = 0; look < patience; look += 1) {
    difference = differenceOf(before, await leftBehind());
    if (difference === undefined) break;
    await delay(100);
  }
  return difference;
}

function differenceOf(before: Residue, { bytes, resources }: Residue): string | undefined {
  if (resources > before.resources) return `${resources - before.resources} timers or handles were left behind`;
  const grown = bytes - before.bytes;
  return grown > mostBytes ? `${Math.round(grown / 1024 / 1024)} MiB were left behind` : undefined;
}
