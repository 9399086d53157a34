import { DucatError } from '@ducat/core';
import type { Payments } from '@ducat/payments';
import { createPayments } from '@ducat/payments';
import type { ServiceIdentifier } from 'inversify';
import { requireParts, requireSame, requireUnused } from './check.ts';
import { give } from './ownership.ts';
import type { Parts, Surroundings } from './parts.ts';

/** Where the one engine of a `paymentsModule` lives, from the first time that it is asked for until it is closed. */
export class EngineRoom {
  #engine: { readonly payments: Payments; readonly parts: Parts } | undefined;
  #isClosed = false;

  /**
   * Whoever asks gets the engine that is made of exactly what they see themselves, or none. inversify makes a singleton
   * of a parent container with the bindings of the child that asks first, and hands it to everyone after that: so it
   * would hand one merchant's keys to the next.
   */
  enter(parts: Parts, { options, tenant }: Surroundings): Payments {
    if (this.#engine !== undefined) {
      requireSame(this.#engine.parts, parts);
      return this.#engine.payments;
    }
    if (this.#isClosed) throw closed();
    const own = requireParts(parts, tenant);
    requireUnused(parts);
    const payments = createPayments({ ...options, ...own });
    give([...own.providers, own.journal], payments);
    this.#engine = { payments, parts };
    return payments;
  }

  /** Closes the engine, if there is one, with its providers and its journal. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#engine?.payments.close();
  }
}

/** Every `paymentsModule` has one, bound without being made: so nothing is opened to be closed. */
export const ENGINE_ROOM: ServiceIdentifier<EngineRoom> = Symbol.for('@ducat/inversify ENGINE_ROOM');

function closed(): DucatError {
  const message = 'PAYMENTS: this container is closed, or being closed';
  return new DucatError({ code: 'journal_failed', message, effect: 'none', retry: 'safe' });
}
