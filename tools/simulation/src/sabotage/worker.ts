import { parentPort } from 'node:worker_threads';
import { tryVariant } from './try-variant.ts';
import { allVariants } from './variants.ts';

parentPort?.on('message', (name: string) => {
  void (async () => {
    const variant = allVariants.find((one) => one.name === name);
    if (variant === undefined) throw new RangeError(`there is no variant ${name}`);
    parentPort?.postMessage(await tryVariant(variant));
  })();
});
parentPort?.postMessage('ready');
