import type { Budget, HttpRequest, HttpResponse } from '@ducat/adapter-kit';
import type { Clock } from '@ducat/core';
import type { Random } from '@ducat/simulator';
import type { Dice } from '../chance/dice.ts';
import type { Injector, Opportunity } from '../faults/injector.ts';
import type { CallStep, ProviderId } from '../faults/steps.ts';
import type { Trace } from '../trace/trace.ts';
import type { Sender } from './faulty-transport.ts';
import type { Platform } from './platform.ts';

/** What a way to a provider is made of. */
export interface NetworkSurroundings {
  readonly platform: Platform;
  readonly injector: Injector;
  readonly trace: Trace;
  /** The true time. */
  readonly clock: Clock;
  readonly dice: Dice;
  readonly isDown: (provider: ProviderId) => boolean;
  /** A request is about to leave. */
  onCall(journey: Journey): void;
  /** A request has arrived, and nothing was done about it yet. */
  beforeAct(journey: Journey): void;
  /** The provider made a second transaction of this reference by a mistake of its own. */
  onDoubled(reference: string, twin: HttpResponse): void;
  /** The provider has acted on a request. */
  onAct(journey: Journey, response: HttpResponse): void;
}

/** One request on its way. */
export interface Journey extends NetworkSurroundings {
  readonly sender: Sender;
  readonly request: HttpRequest;
  readonly budget: Budget;
  readonly payment: string;
  readonly reference: string;
  readonly step: CallStep;
  readonly moment: Opportunity;
  /** What chance there is on this way. */
  readonly random: Random;
}
