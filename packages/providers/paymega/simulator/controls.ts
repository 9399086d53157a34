import type { SimulatedResponse } from '@ducat/simulator';

import type { Decision } from './cards/decision.ts';

export type Surface = 'api' | 'cardgate' | 'acs';

export type Fault =
  | { readonly kind: 'lose_connection' }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'respond'; readonly response: SimulatedResponse };

/** Hits the next request that fits, once. */
export interface Disturbance {
  readonly surface?: Surface;
  readonly method?: 'GET' | 'POST';
  readonly path?: RegExp;
  /** Whether the platform acts on the request before the fault. */
  readonly when: 'before' | 'after';
  readonly fault: Fault;
}

/** What a test may make the platform do next; every instruction counts once. */
export interface Controls {
  disturb(disturbance: Disturbance): void;
  /** The platform never sees the next request. */
  loseRequest(surface?: Surface): void;
  /** The platform carries the next request out, but nobody hears of it. */
  loseResponse(surface?: Surface): void;
  delayResponse(milliseconds: number, surface?: Surface): void;
  /** The next invoice, payout or sale that is shown says this instead of its status. */
  nextStatus(word: string): void;
  /** The next invoice or payout that is shown has these attributes instead of its own. */
  nextAttributes(attributes: Readonly<Record<string, unknown>>): void;
  /** The next lookups find nothing. */
  hideLookups(times?: number): void;
  /** The next card or token payment ends like this, whatever its card. */
  decideNext(decision: Decision): void;
  failNextRefund(): void;
}

export class ControlState implements Controls {
  readonly #disturbances: Disturbance[] = [];
  readonly #decisions: Decision[] = [];
  #attributes: Readonly<Record<string, unknown>> = {};
  #hidden = 0;
  #failingRefunds = 0;

  disturb(disturbance: Disturbance): void {
    this.#disturbances.push(disturbance);
  }

  loseRequest(surface?: Surface): void {
    this.#add('before', { kind: 'lose_connection' }, surface);
  }

  loseResponse(surface?: Surface): void {
    this.#add('after', { kind: 'lose_connection' }, surface);
  }

  delayResponse(milliseconds: number, surface?: Surface): void {
    this.#add('after', { kind: 'delay', milliseconds }, surface);
  }

  nextStatus(word: string): void {
    this.nextAttributes({ status: word });
  }

  nextAttributes(attributes: Readonly<Record<string, unknown>>): void {
    this.#attributes = { ...this.#attributes, ...attributes };
  }

  hideLookups(times = 1): void {
    this.#hidden += times;
  }

  decideNext(decision: Decision): void {
    this.#decisions.push(decision);
  }

  failNextRefund(): void {
    this.#failingRefunds += 1;
  }

  takeDisturbance(surface: Surface, method: string, path: string): Disturbance | undefined {
    const index = this.#disturbances.findIndex(
      (candidate) =>
        (candidate.surface ?? surface) === surface &&
        (candidate.method ?? method) === method &&
        (candidate.path?.test(path) ?? true),
    );
    return index < 0 ? undefined : this.#disturbances.splice(index, 1)[0];
  }

  takeAttributes(): Readonly<Record<string, unknown>> {
    const attributes = this.#attributes;
    this.#attributes = {};
    return attributes;
  }

  takeHiding(): boolean {
    if (this.#hidden === 0) return false;
    this.#hidden -= 1;
    return true;
  }

  takeDecision(): Decision | undefined {
    return this.#decisions.shift();
  }

  takeRefundFailure(): boolean {
    if (this.#failingRefunds === 0) return false;
    this.#failingRefunds -= 1;
    return true;
  }

  #add(when: 'before' | 'after', fault: Fault, surface: Surface | undefined): void {
    this.disturb({ when, fault, ...(surface === undefined ? {} : { surface }) });
  }
}
