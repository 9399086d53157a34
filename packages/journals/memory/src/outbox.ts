import type { LeaseRequest, NewMessage, OutboxMessage } from '@ducat/core';
import type { HeapItem } from './heap.ts';
import { Heap } from './heap.ts';

/** The messages of one payment that wait, oldest first. Only the first can be taken. */
interface Queue extends HeapItem {
  readonly messages: OutboxMessage[];
  /** Until when the first is left alone. */
  until: number;
}

const sequenceOf = ({ messages: [head] }: Queue): number => head?.sequence ?? Infinity;

/** What subscribers have not been told yet. */
export class Outbox {
  #lastSequence = 0;
  readonly #queues = new Map<string, Queue>();
  readonly #queueOf = new Map<number, Queue>();
  readonly #free = new Heap<Queue>((left, right) => sequenceOf(left) < sequenceOf(right));
  readonly #taken = new Heap<Queue>(
    (left, right) => left.until < right.until || (left.until === right.until && sequenceOf(left) < sequenceOf(right)),
  );

  add(payment: string, messages: readonly NewMessage[]): void {
    if (messages.length === 0) return;
    const queue = this.#queues.get(payment) ?? { messages: [], until: -Infinity, place: -1 };
    for (const { type, at, data } of messages) {
      this.#lastSequence += 1;
      queue.messages.push({ type, at, data, sequence: this.#lastSequence, payment });
      this.#queueOf.set(this.#lastSequence, queue);
    }
    if (this.#queues.has(payment)) return;
    this.#queues.set(payment, queue);
    this.#free.place(queue);
  }

  take({ now, until, limit }: LeaseRequest): OutboxMessage[] {
    for (let queue = this.#taken.first(); queue !== undefined && queue.until <= now; queue = this.#taken.first()) {
      this.#taken.remove(queue);
      this.#free.place(queue);
    }
    const taken: Queue[] = [];
    for (let queue = this.#free.first(); queue !== undefined && taken.length < limit; queue = this.#free.first()) {
      this.#free.remove(queue);
      // A clock that was set back: what was free by the later time is not free by this one.
      if (queue.until > now) this.#taken.place(queue);
      else taken.push(queue);
    }
    for (const queue of taken) {
      queue.until = until;
      this.#taken.place(queue);
    }
    return taken.flatMap(({ messages: [head] }) => (head === undefined ? [] : { ...head }));
  }

  acknowledge(sequence: number): void {
    const queue = this.#queueOf.get(sequence);
    if (queue === undefined) return;
    this.#queueOf.delete(sequence);
    const place = queue.messages.findIndex((message) => message.sequence === sequence);
    const payment = queue.messages[place]?.payment ?? '';
    if (place === 0) {
      this.#free.remove(queue);
      this.#taken.remove(queue);
      queue.until = -Infinity;
    }
    queue.messages.splice(place, 1);
    if (queue.messages.length === 0) this.#queues.delete(payment);
    else if (place === 0) this.#free.place(queue);
  }
}
