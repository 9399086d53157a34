import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Logger } from '../../src/index.ts';

/** A real pino whose lines go to memory. */
export function memoryLogger(): {
  readonly logger: Logger;
  readonly lines: () => Record<string, unknown>[];
  readonly text: () => string;
} {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString('utf8');
      done();
    },
  });
  return {
    // Without the hour: its digits may be anybody's secret by chance.
    logger: pino({ level: 'debug', base: null, timestamp: false }, stream),
    text: () => text,
    lines: () =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}
