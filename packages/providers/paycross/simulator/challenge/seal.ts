import { createHmac } from 'node:crypto';

/** Base64 messages between the gateway and the access control server that nobody in between can write. */
export interface Seal {
  close(content: Readonly<Record<string, string>>): string;
  open(message: string): Readonly<Record<string, string>> | undefined;
}

export function createSeal(key: string): Seal {
  const mark = (content: string): string => createHmac('sha256', key).update(content).digest('hex');
  return {
    close(fields) {
      const content = JSON.stringify(fields);
      return Buffer.from(`${mark(content)} ${content}`).toString('base64');
    },
    open(message) {
      const opened = Buffer.from(message, 'base64').toString('utf8');
      const content = opened.slice(opened.indexOf(' ') + 1);
      if (opened !== `${mark(content)} ${content}`) return undefined;
      // Decoding forgives what a relay must not change.
      if (Buffer.from(opened).toString('base64') !== message) return undefined;
      return JSON.parse(content) as Readonly<Record<string, string>>;
    },
  };
}
