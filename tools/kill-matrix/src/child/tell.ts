import type { News, Order, Question } from './order.ts';

/** Tells the parent. When it is fulfilled, the news is with the system, and survives the death of this process. */
export async function tell(news: News): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.send?.(news, undefined, undefined, (error) => (error === null ? resolve() : reject(error)));
  });
}

/** Asks the parent something and waits for its answer. */
export async function ask(question: Question): Promise<unknown> {
  const answered = new Promise<unknown>((resolve) => {
    const listen = (order: Order): void => {
      if (order.kind !== 'answer') return;
      process.off('message', listen);
      resolve(order.answer);
    };
    process.on('message', listen);
  });
  await tell({ kind: 'question', question });
  return await answered;
}
