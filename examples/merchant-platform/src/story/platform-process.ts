import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { MerchantSettings } from '../platform/settings.ts';

/** The platform as a process of its own. */
export interface PlatformProcess {
  readonly origin: string;
  /** SIGTERM. Fulfilled when the process says that it lets nobody in any more. */
  terminate(): Promise<void>;
  /** Ends it, if it has not ended. */
  kill(): void;
  /** How it ended, by itself. */
  readonly exitCode: Promise<number | null>;
  /** Lines that it told, oldest first. */
  readonly told: readonly string[];
}

const served = fileURLToPath(import.meta.resolve('../serve.js'));

export async function startPlatform(merchants: readonly MerchantSettings[]): Promise<PlatformProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', served], {
    env: { ...process.env, MERCHANTS: JSON.stringify(merchants) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (child.stdout === null) throw new Error('the platform has no standard output');
  const exitCode = once(child, 'exit').then(([code]) => code as number | null);
  const told: string[] = [];
  const waiting = new Map<string, (line: string) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    told.push(line);
    const [word = ''] = line.split(' ');
    waiting.get(word)?.(line);
  });
  const line = (word: string): Promise<string> =>
    Promise.race([
      new Promise<string>((resolve) => waiting.set(word, resolve)),
      exitCode.then((code) => Promise.reject(new Error(`the platform ended with ${code} before it told "${word}"`))),
    ]);
  const listening = await line('listening');
  return {
    origin: listening.slice('listening '.length),
    async terminate() {
      const closing = line('closing');
      child.kill('SIGTERM');
      await closing;
    },
    kill: () => void child.kill('SIGKILL'),
    exitCode,
    told,
  };
}
