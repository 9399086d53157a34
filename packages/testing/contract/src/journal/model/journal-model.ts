import type {
  AppendResult,
  JournalAppend,
  JournalEvent,
  JournalName,
  LeaseRequest,
  OutboxMessage,
  PageRequest,
  PaymentHistory,
} from '@ducat/core';

export interface ModelPayment {
  readonly payment: string;
  events: readonly JournalEvent[];
  due: number | undefined;
  review: boolean;
}

export interface ModelMessage {
  readonly message: OutboxMessage;
  until: number;
}

/**
 * What a journal is, in as few words as possible and as slow as it likes: lists that are searched from the beginning.
 * Real journals are compared with it, and the mutants are made of it.
 */
export class JournalModel {
  /** In the order of their first events. */
  readonly paymentList: ModelPayment[] = [];
  readonly nameList: (JournalName & { readonly payment: string })[] = [];
  /** Those that were not acknowledged, in the order of their sequences. */
  messageList: ModelMessage[] = [];
  lastSequence = 0;

  append(append: JournalAppend): AppendResult {
    return this.objectionTo(append) ?? this.write(append);
  }

  objectionTo(append: JournalAppend): AppendResult | undefined {
    const version = this.read(append.payment)?.version ?? 0;
    if (version !== append.expectedVersion) return { status: 'conflict', version };
    return this.takenBy(append);
  }

  takenBy({ names, payment }: JournalAppend): AppendResult | undefined {
    for (const name of names) {
      const owner = this.find(name);
      if (owner !== undefined && owner !== payment) return { status: 'taken', name, payment: owner };
    }
    return undefined;
  }

  write(append: JournalAppend): AppendResult {
    const payment = this.paymentOf(append.payment);
    payment.events = [...payment.events, ...append.events.map(({ type, at, data }) => ({ type, at, data }))];
    payment.due = append.due;
    payment.review = append.review;
    for (const name of append.names) this.give(name, append.payment);
    for (const { type, at, data } of append.messages) {
      const message = { type, at, data, sequence: this.nextSequence(), payment: append.payment };
      this.messageList.push({ message, until: -Infinity });
    }
    return { status: 'appended', version: payment.events.length };
  }

  give({ kind, value }: JournalName, payment: string): void {
    if (this.find({ kind, value }) === undefined) this.nameList.push({ kind, value, payment });
  }

  nextSequence(): number {
    this.lastSequence += 1;
    return this.lastSequence;
  }

  read(payment: string): PaymentHistory | undefined {
    const events = this.paymentList.find((each) => each.payment === payment)?.events;
    return events && { version: events.length, events: events.map((each) => ({ ...each })) };
  }

  find(name: JournalName): string | undefined {
    return this.nameList.find((each) => this.isSame(each, name))?.payment;
  }

  isSame(left: JournalName, right: JournalName): boolean {
    return left.kind === right.kind && left.value === right.value;
  }

  lease({ now, until, limit }: LeaseRequest): readonly string[] {
    const leased = this.dueAt(now).slice(0, limit);
    for (const payment of leased) payment.due = until;
    return leased.map(({ payment }) => payment);
  }

  dueAt(now: number): ModelPayment[] {
    return this.paymentList
      .filter(({ due }) => due !== undefined && due <= now)
      .sort((left, right) => (left.due ?? 0) - (right.due ?? 0));
  }

  reviews(page: PageRequest): readonly string[] {
    return this.pageOf(page, ({ review }) => review);
  }

  payments(page: PageRequest): readonly string[] {
    return this.pageOf(page, () => true);
  }

  pageOf({ after, limit }: PageRequest, isListed: (payment: ModelPayment) => boolean): readonly string[] {
    const begin = after === undefined ? 0 : this.paymentList.findIndex(({ payment }) => payment === after) + 1;
    return this.paymentList
      .slice(begin)
      .filter(isListed)
      .slice(0, limit)
      .map(({ payment }) => payment);
  }

  takeMessages({ now, until, limit }: LeaseRequest): readonly OutboxMessage[] {
    const taken = this.messageList.filter((each) => each.until <= now && this.isFirst(each)).slice(0, limit);
    for (const each of taken) each.until = until;
    return taken.map(({ message }) => ({ ...message }));
  }

  isFirst(candidate: ModelMessage): boolean {
    return this.messageList.find(({ message }) => message.payment === candidate.message.payment) === candidate;
  }

  acknowledge(sequences: readonly number[]): void {
    this.messageList = this.messageList.filter(({ message }) => !sequences.includes(message.sequence));
  }

  paymentOf(name: string): ModelPayment {
    const known = this.paymentList.find(({ payment }) => payment === name);
    if (known !== undefined) return known;
    const payment = { payment: name, events: [], due: undefined, review: false };
    this.paymentList.push(payment);
    return payment;
  }
}
