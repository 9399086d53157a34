import type { LoadedPayment } from '../log/loaded.ts';
import type { PaymentLog } from '../log/payment-log.ts';

const running = new WeakMap<PaymentLog, Map<string, Promise<LoadedPayment>>>();

/**
 * One question at a time about one attempt in this process. Whoever asks meanwhile gets its answer, so that fifty
 * impatient callers do not ask the provider fifty times.
 */
export function oneAtATime(
  log: PaymentLog,
  reference: string,
  ask: () => Promise<LoadedPayment>,
): Promise<LoadedPayment> {
  let questions = running.get(log);
  if (questions === undefined) running.set(log, (questions = new Map<string, Promise<LoadedPayment>>()));
  const known = questions.get(reference);
  if (known !== undefined) return known;
  const answer = ask().finally(() => questions.delete(reference));
  questions.set(reference, answer);
  return answer;
}
