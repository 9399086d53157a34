import type { JournalAppend, AppendResult, LeaseRequest, OutboxMessage } from '@ducat/core';
import type { ModelMessage } from '../model/journal-model.ts';
import { JournalModel } from '../model/journal-model.ts';
import { turn } from '../turn.ts';
import type { JournalMutant } from './mutant.ts';
import { wrongInside, wrongOutside } from './mutant.ts';

/** A model in which another message than the first of its payment can be taken. */
const takable =
  (isTakable: (model: JournalModel, candidate: ModelMessage, isFirst: boolean) => boolean) => (): JournalModel =>
    new (class extends JournalModel {
      override isFirst(candidate: ModelMessage): boolean {
        return isTakable(this, candidate, super.isFirst(candidate));
      }
    })();

const isSamePayment = (left: ModelMessage, right: ModelMessage): boolean =>
  left.message.payment === right.message.payment;

export const outboxMutants: readonly JournalMutant[] = [
  wrongOutside(
    'numbers messages within their payment',
    'a message is taken with its payment, type, time and data, and a number that grows',
    (journal) => ({
      takeMessages: async (request) =>
        (await journal.takeMessages(request)).map((message) => ({ ...message, sequence: 1 })),
    }),
  ),
  wrongInside(
    'gives out all messages of a payment at once',
    'only the oldest message of each payment can be taken until it is acknowledged',
    takable(() => true),
  ),
  wrongInside(
    'lets those of a later append overtake a message that is taken',
    'a message that is taken holds up those that its payment gets meanwhile',
    takable((model, candidate, isFirst) => {
      const others = model.messageList.filter((each) => isSamePayment(each, candidate) && each !== candidate);
      return isFirst || others.every(({ until }) => until !== -Infinity);
    }),
  ),
  wrongInside(
    'drops a message that was taken once',
    'a message that is not acknowledged in time comes again, before those behind it',
    () =>
      new (class extends JournalModel {
        override takeMessages(request: LeaseRequest): readonly OutboxMessage[] {
          return super.takeMessages({ ...request, until: Number.MAX_SAFE_INTEGER });
        }
      })(),
  ),
  wrongInside(
    'goes on with the next when a message was not acknowledged in time',
    'a message that is not acknowledged in time comes again, before those behind it',
    takable((model, candidate) => {
      const own = model.messageList.filter((each) => isSamePayment(each, candidate));
      return own.find(({ until }) => until === -Infinity) === candidate;
    }),
  ),
  wrongInside(
    'takes the newest messages first',
    'the oldest messages are taken first, and no more than was asked for',
    () =>
      new (class extends JournalModel {
        override takeMessages({ now, until, limit }: LeaseRequest): readonly OutboxMessage[] {
          const free = this.messageList.filter((each) => each.until <= now && this.isFirst(each));
          const taken = free.slice(-limit);
          for (const each of taken) each.until = until;
          return taken.map(({ message }) => message);
        }
      })(),
  ),
  wrongInside(
    'takes an acknowledgement for a shorter lease',
    'a message that was acknowledged never comes again',
    () =>
      new (class extends JournalModel {
        override acknowledge(sequences: readonly number[]): void {
          for (const each of this.messageList) if (sequences.includes(each.message.sequence)) each.until += 600;
        }
      })(),
  ),
  wrongInside(
    'acknowledges the first message of the payment, whichever is named',
    'acknowledging again, or what there never was, changes nothing',
    () =>
      new (class extends JournalModel {
        readonly #payments = new Map<number, string>();

        override takeMessages(request: LeaseRequest): readonly OutboxMessage[] {
          const taken = super.takeMessages(request);
          for (const { sequence, payment } of taken) this.#payments.set(sequence, payment);
          return taken;
        }

        override acknowledge(sequences: readonly number[]): void {
          for (const sequence of sequences) {
            const payment = this.#payments.get(sequence);
            const first = this.messageList.find(({ message }) => message.payment === payment);
            if (first !== undefined) super.acknowledge([first.message.sequence]);
          }
        }
      })(),
  ),
  wrongInside(
    'ignores who acknowledges when the lease is over',
    'who acknowledges late has acknowledged, also when another has taken it since',
    () =>
      new (class extends JournalModel {
        readonly #takes = new Map<number, number>();

        override takeMessages(request: LeaseRequest): readonly OutboxMessage[] {
          const taken = super.takeMessages(request);
          for (const { sequence } of taken) this.#takes.set(sequence, (this.#takes.get(sequence) ?? 0) + 1);
          return taken;
        }

        override acknowledge(sequences: readonly number[]): void {
          super.acknowledge(sequences.filter((sequence) => this.#takes.get(sequence) === 1));
        }
      })(),
  ),
  wrongInside(
    'gives the number of a message that is gone to the next',
    'the number of a message that is gone is not given to another',
    () =>
      new (class extends JournalModel {
        override nextSequence(): number {
          return (this.messageList.at(-1)?.message.sequence ?? 0) + 1;
        }
      })(),
  ),
  wrongOutside(
    'reads what is free in one step and takes it in the next',
    'two that take at the same moment never get the same message, nor two of one payment',
    (_journal, model) => ({
      takeMessages: async ({ now, until, limit }) => {
        const free = model.messageList.filter((each) => each.until <= now && model.isFirst(each)).slice(0, limit);
        await turn();
        for (const each of free) each.until = until;
        return free.map(({ message }) => message);
      },
    }),
  ),
  wrongInside(
    'writes the messages of an append from the last to the first',
    'each payment’s messages are delivered in the order of its events, whoever appends',
    () =>
      new (class extends JournalModel {
        override write(append: JournalAppend): AppendResult {
          return super.write({ ...append, messages: append.messages.toReversed() });
        }
      })(),
  ),
];
