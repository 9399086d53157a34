import { setTimeout as wait } from 'node:timers/promises';
import type { DucatError } from '@ducat/core';
import type { OperationResult, PaymentsEvent } from '@ducat/payments';
import type { BookEntry } from './order.ts';
import { isFinal, placeOf } from './book.ts';
import type { Steps } from './steps.ts';
import { tell } from './tell.ts';

/** Tells the parent what the merchant was told, before anything else happens. */
export class Reporter {
  readonly #life: number;
  readonly #events: string[] = [];

  constructor(life: number) {
    this.#life = life;
  }

  async result(result: OperationResult): Promise<void> {
    const { key, status } = result;
    await tell({ kind: 'told', report: { by: 'result', life: this.#life, key, status, ...placeOf(result) } });
  }

  async error(key: string, error: DucatError): Promise<void> {
    const { code, effect } = error;
    await tell({ kind: 'told', report: { by: 'error', life: this.#life, key, status: code, effect } });
  }

  async event(event: PaymentsEvent): Promise<void> {
    const { key, status, type, provider, providerReference } = event;
    const place = {
      ...(provider === undefined ? {} : { provider }),
      ...(providerReference === undefined ? {} : { providerReference }),
    };
    await tell({ kind: 'told', report: { by: 'event', life: this.#life, key, status, type, ...place } });
    this.#events.push(`${key} ${status}`);
  }

  /** Waits a little until it was told of every ending, and the journal knows that. */
  async endings(book: readonly BookEntry[], steps: Steps): Promise<void> {
    const endings = book.filter(({ status }) => isFinal(status)).map(({ key, status }) => `${key} ${status}`);
    for (let look = 0; look < 200; look += 1) {
      const acknowledged = steps.taken.filter(({ kind }) => kind === 'acknowledge').length;
      if (acknowledged >= this.#events.length && endings.every((ending) => this.#events.includes(ending))) return;
      await wait(1);
    }
  }
}
