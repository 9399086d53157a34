import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Gives every task to a thread that is free, as many at a time as there are processors. */
export async function pool<Task, Answer>(
  module: URL,
  workerData: unknown,
  tasks: readonly Task[],
  onAnswer: (task: Task, answer: Answer) => void,
): Promise<void> {
  const waiting = [...tasks];
  const threads = Math.min(availableParallelism(), waiting.length);
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(module, { workerData, execArgv: ['--conditions=ducat-source'] });
      try {
        await answerOf(worker);
        for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
          worker.postMessage(task);
          onAnswer(task, (await answerOf(worker)) as Answer);
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
}

function answerOf(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = (finish: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      finish();
    };
    const onMessage = (message: unknown): void => end(() => resolve(message));
    const onError = (error: unknown): void => end(() => reject(error));
    const onExit = (code: number): void => end(() => reject(new Error(`a worker ended with ${code}`)));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
