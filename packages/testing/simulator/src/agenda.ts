/** Something to be done at a time; without its task once it was canceled. */
export interface Appointment {
  readonly at: number;
  /** Decides among those of one time. */
  readonly sequence: number;
  task: (() => void) | undefined;
}

/** Appointments in the order of their time: a binary heap, so that a million of them cost little more than ten. */
export class Agenda {
  readonly #heap: Appointment[] = [];
  #size = 0;

  /** Those that were not canceled. */
  get size(): number {
    return this.#size;
  }

  add(appointment: Appointment): void {
    this.#size += 1;
    let place = this.#heap.push(appointment) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = this.#heap[above];
      if (parent === undefined || isBefore(parent, appointment)) break;
      this.#heap[place] = parent;
      place = above;
    }
    this.#heap[place] = appointment;
  }

  /** What is canceled or done stays so. Its place is given up when its time comes. */
  cancel(appointment: Appointment): void {
    if (appointment.task === undefined) return;
    appointment.task = undefined;
    this.#size -= 1;
  }

  /** The first one up to the time, with its task; `undefined` when there is none. */
  takeUntil(limit: number): { readonly at: number; readonly task: () => void } | undefined {
    for (let first = this.#heap[0]; first !== undefined && first.at <= limit; first = this.#heap[0]) {
      this.#removeFirst();
      const { at, task } = first;
      if (task === undefined) continue;
      first.task = undefined;
      this.#size -= 1;
      return { at, task };
    }
    return undefined;
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    let place = 0;
    for (;;) {
      const below = 2 * place + 1;
      const left = this.#heap[below];
      const right = this.#heap[below + 1];
      if (left === undefined) break;
      const isRight = right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (!isBefore(child, last)) break;
      this.#heap[place] = child;
      place = isRight ? below + 1 : below;
    }
    this.#heap[place] = last;
  }
}

function isBefore(one: Appointment, other: Appointment): boolean {
  return one.at < other.at || (one.at === other.at && one.sequence < other.sequence);
}
