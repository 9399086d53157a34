import { parentPort, workerData } from 'node:worker_threads';
import { tryVariant } from './try-variant.ts';
import { allVariants, control } from './variants.ts';

const { seedsFrom } = workerData as { readonly seedsFrom: number };
// Errors are made by the thousand here, and nobody reads where.
Error.stackTraceLimit = 0;

parentPort?.on('message', (name: string) => {
  void (async () => {
    const variant = [control, ...allVariants].find((one) => one.name === name);
    if (variant === undefined) throw new RangeError(`there is no variant ${name}`);
    parentPort?.postMessage(await tryVariant(variant, seedsFrom));
  })();
});
parentPort?.postMessage('ready');
