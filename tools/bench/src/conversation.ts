import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';

/** A process of the bench that answers each message with one of its own. */
export interface Conversation {
  ask(message: object | string): Promise<unknown>;
  /** Ends when the process has. */
  close(): Promise<void>;
}

/** Environment variables on top of this process's own. */
type Environment = Readonly<Record<string, string>>;

const isSource = import.meta.url.endsWith('.ts');

/**
 * Starts a file of the folder `processes`. Compiled it runs against what is published; as a source, for the tests, against sources.
 * Its first message says that it is ready.
 */
export async function startProcess(
  name: string,
  values: readonly string[],
  environment: Environment = {},
): Promise<Conversation & { readonly ready: unknown }> {
  const file = new URL(`./processes/${name}.${isSource ? 'ts' : 'js'}`, import.meta.url);
  const child = fork(file, values, {
    execArgv: isSource ? ['--conditions=ducat-source'] : [],
    env: { ...process.env, ...environment },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await nextMessage(child, name);
  return {
    ready,
    ask(message) {
      const answer = nextMessage(child, name);
      child.send(message);
      return answer;
    },
    async close() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

function nextMessage(child: ChildProcess, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void): void => {
      child.off('message', onMessage);
      child.off('exit', onExit);
      then();
    };
    const onMessage = (message: unknown): void => settle(() => resolve(message));
    const onExit = (code: number | null): void =>
      settle(() => reject(new Error(`the process ${name} ended with ${String(code)} before it answered`)));
    child.once('message', onMessage);
    child.once('exit', onExit);
  });
}
