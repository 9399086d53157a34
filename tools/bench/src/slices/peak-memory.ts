import { readFileSync } from 'node:fs';

/**
 * The most memory that this process had at any time, in bytes. Linux hands the figure of `getrusage` down from the
 * process that started this one, so its own is read where there is one.
 */
export function peakMemory(): number {
  const own = /^VmHWM:\s*(\d+) kB$/m.exec(readStatus())?.[1];
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) * 1024;
}

function readStatus(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return '';
  }
}
