import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { MerchantSettings, News, Order } from './merchant-settings.ts';

/** The merchant as a process of its own, which can be killed. */
export interface MerchantProcess {
  ask(order: Order): void;
  /** The next news of this kind. */
  until<Kind extends News['kind']>(
    kind: Kind,
    isIt?: (news: Extract<News, { kind: Kind }>) => boolean,
  ): Promise<Extract<News, { kind: Kind }>>;
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
}

export async function startMerchant(settings: MerchantSettings): Promise<MerchantProcess> {
  const child = fork(fileURLToPath(new URL('./merchant.ts', import.meta.url)), {
    env: { ...process.env, MERCHANT: JSON.stringify(settings) },
    execArgv: ['--conditions=ducat-source', '--disable-warning=ExperimentalWarning'],
  });
  const merchant = processOf(child);
  await merchant.until('ready');
  return merchant;
}

function processOf(child: ChildProcess): MerchantProcess {
  return {
    ask: (order) => void child.send(order),
    until: (kind, isIt = () => true) =>
      new Promise((resolve, reject) => {
        const onMessage = (news: News): void => {
          if (news.kind !== kind || !isIt(news as Extract<News, { kind: typeof kind }>)) return;
          end();
          resolve(news as Extract<News, { kind: typeof kind }>);
        };
        const onExit = (code: number | null): void => {
          end();
          reject(new Error(`the merchant's process ended with ${code ?? 'a signal'} before it told "${kind}"`));
        };
        const end = (): void => {
          child.off('message', onMessage);
          child.off('exit', onExit);
        };
        child.on('message', onMessage);
        child.on('exit', onExit);
      }),
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}
