import type { Engine } from './engine.ts';
import type { Payment } from './payments.ts';
import { answerOf } from './run/answer.ts';

/** The payment as the journal has it. */
export async function getPayment(engine: Engine, payment: string): Promise<Payment | undefined> {
  const loaded = await engine.log.load(payment);
  const [first, ...others] = loaded.state.operations.map((operation) => answerOf(loaded, operation));
  return first === undefined ? undefined : { payment, operations: [first, ...others] };
}
