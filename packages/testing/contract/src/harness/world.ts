import type { Action, CardData, Operation, WebhookRequest } from '@ducat/core';
import type { SurfaceRequest, SurfaceResponse } from './http.ts';
import type { LedgerEntry } from './ledger.ts';

/** The request with which the shopper's browser came back to the merchant. */
export interface ShopperReturn {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body: string;
}

/**
 * Cards by what becomes of them; a meaning that the world cannot arrange is left out. A provider that takes no cards at
 * all, but has a page of its own for them, has none: promises that need some payment then have it made there.
 */
export interface WorldCards {
  readonly approved?: CardData;
  readonly declined?: CardData;
  /** Asks for a 3-D Secure challenge and is approved after it. */
  readonly challenged?: CardData;
  /** Asks for a 3-D Secure 1 challenge whose answer may be sent to the merchant's own URL. */
  readonly challengedFirstVersion?: CardData;
  /** The provider does not finish by itself. */
  readonly pending?: CardData;
}

/** What the provider can be made to answer next, whatever is true; each counts once. */
export interface NextAnswers {
  /** A status word in place of the true one. */
  status?(word: string): void;
  /** Another amount, in minor units. */
  amount?(minorUnits: bigint): void;
  /** A refusal (4xx, in the provider's own shape) whose text repeats what was sent, secrets included. */
  refusalWith?(text: string): void;
  /** The next operation of this kind is declined in truth: nothing moves. */
  readonly declined?: Readonly<Partial<Record<Operation, () => void>>>;
  /** The next operation of this kind is taken and answered as not finished. */
  readonly pending?: Readonly<Partial<Record<Operation, () => void>>>;
}

/** How a webhook is signed: rightly, with the key of the other mode, with a key of somebody else, or with an empty one. */
export type WebhookKey = 'right' | 'other_mode' | 'foreign' | 'empty';

/**
 * One fresh provider: its HTTP surfaces, its bank, and what can be arranged there.
 *
 * What is optional may be missing; the promises that need it are then reported as not provable in this world. A
 * simulator has everything, a live sandbox part of it.
 */
export interface World {
  /** Answers a request to one of the surfaces. */
  handle(surface: string, request: SurfaceRequest): Promise<SurfaceResponse>;
  readonly cards: WorldCards;
  /** Strings of the configuration that must never be printed: keys and the like. */
  readonly secrets: readonly string[];
  /** Everything the bank did, oldest first. */
  ledger?(): readonly LedgerEntry[];
  /** Lets a browser do what the action says and take the decision, until it reaches a URL of the merchant. */
  shop?(action: Action, decision: 'approve' | 'refuse', isMerchant: (url: string) => boolean): Promise<ShopperReturn>;
  readonly next?: NextAnswers;
  /** The webhooks that were sent to the merchant so far, oldest first, as they would arrive. */
  webhooks?(): Promise<readonly WebhookRequest[]>;
  /** A webhook with this body, signed with that key. */
  sign?(body: Uint8Array, key: WebhookKey): WebhookRequest;
  close?(): Promise<void>;
}

/** Makes worlds. */
export interface WorldFactory {
  /** Names of the provider's HTTP surfaces: `['api', 'cardgate', 'acs']`. */
  readonly surfaces: readonly string[];
  /** A fresh world that is reached at these origins, one for each surface. */
  open(origins: Readonly<Record<string, string>>): World | Promise<World>;
}
