import { close } from '@ducat/inversify';
import { composePlatform, Platform } from './platform/platform.ts';
import { openDoor } from './platform/door.ts';
import type { MerchantSettings } from './platform/settings.ts';

/** The platform as a process of its own, until somebody sends SIGTERM. It tells what it does, a word a line. */
async function main(): Promise<void> {
  const container = composePlatform(JSON.parse(process.env['MERCHANTS'] ?? '[]') as readonly MerchantSettings[]);
  const door = await openDoor(container.get(Platform));
  const stop = async (): Promise<void> => {
    // First the door, so that nothing new begins; then the engines, which wait for what they have under way.
    const empty = door.close();
    console.log('closing');
    await empty;
    await close(container);
    console.log('closed');
    // Nothing is left that keeps the process alive: it ends by itself, with 0.
  };
  let stopping: Promise<void> | undefined;
  const stopOnce = (): void => void (stopping ??= stop());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stopOnce);
  // Started by the story, it ends with the story, however that ends.
  process.once('disconnect', stopOnce);
  process.channel?.unref();
  console.log(`listening ${door.origin}`);
}

void main();
