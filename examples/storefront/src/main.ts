import { parseArgs } from 'node:util';
import { openStorefront } from './storefront.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4321' } } });
  const line = (details: object, message: string): void => console.error(message, JSON.stringify(details));
  const logger = { debug: () => undefined, info: () => undefined, warn: line, error: line };
  const storefront = await openStorefront({ port: Number(values.port), logger });
  console.log(`The shop is open: ${storefront.origin}`);
  console.log('Nothing in it costs anything. Ctrl+C closes it.');
  process.once('SIGINT', () => void storefront.close());
  process.once('SIGTERM', () => void storefront.close());
}

void main();
