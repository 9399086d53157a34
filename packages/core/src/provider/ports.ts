import type { Authorize } from '../ports/authorize.ts';
import type { Capture } from '../ports/capture.ts';
import type { Challenge } from '../ports/challenge.ts';
import type { Charge } from '../ports/charge.ts';
import type { Lookup } from '../ports/lookup.ts';
import type { Payout } from '../ports/payout.ts';
import type { Refund } from '../ports/refund.ts';
import type { Tokenize } from '../ports/tokenize.ts';
import type { Void } from '../ports/void.ts';
import type { Webhook } from '../ports/webhook.ts';

/** All ten ports, each a method of its own name. */
export interface Ports extends Tokenize, Charge, Authorize, Capture, Void, Challenge, Refund, Payout, Lookup, Webhook {}

/** The name of a port, which is also the name of its method. */
export type Port = keyof Ports;

/** Every port name, in the order in which a payment meets them. */
export const ports: readonly Port[] = [
  'tokenize',
  'charge',
  'authorize',
  'capture',
  'void',
  'challenge',
  'refund',
  'payout',
  'lookup',
  'webhook',
];
