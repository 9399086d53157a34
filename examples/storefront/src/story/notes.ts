import type { Happening } from './panel.ts';

interface Note extends Happening {
  /** Absent: it concerns every payment. */
  readonly payment: string | undefined;
}

const most = 500;

/** What happened beside the journal: at the web handlers, in browsers, at the switches. */
export class Notes {
  readonly #notes: Note[] = [];

  add(happening: Omit<Happening, 'at'>, payment?: string): void {
    this.#notes.push({ ...happening, at: Date.now(), payment });
    if (this.#notes.length > most) this.#notes.shift();
  }

  /** Of the payment, and those without one since it began. */
  about(payment: string | undefined, since: number): readonly Happening[] {
    return this.#notes.flatMap(({ payment: of, ...happening }) =>
      (of === undefined ? happening.at >= since : of === payment) ? [happening] : [],
    );
  }
}
