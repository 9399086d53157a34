import type { Transport } from '@ducat/adapter-kit';
import { createUndiciTransport } from '@ducat/adapter-kit';
import type { Clock, Journal, Provider } from '@ducat/core';
import { createSqliteJournal } from '@ducat/journal-sqlite';
import { createPayCross } from '@ducat/paycross';
import { createPaymega } from '@ducat/paymega';
import type { Payments, PaymentsEvent } from '@ducat/payments';
import { createPayments } from '@ducat/payments';
import { breakages } from '../controls/breakage.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { payCrossAccount, paymegaAccount } from '../town/accounts.ts';
import type { Setting } from './order.ts';
import { steppingJournal } from './stepping-journal.ts';
import { steppingTransport } from './stepping-transport.ts';
import type { Steps } from './steps.ts';
import { deadOrigin, losingTransport } from './troubles.ts';

export interface EngineOptions {
  readonly setting: Setting;
  readonly steps: Steps;
  readonly clock: Clock;
  readonly trouble: Scenario['trouble'];
  readonly subscriber: (event: PaymentsEvent) => Promise<void>;
}

export interface OpenEngine {
  readonly payments: Payments;
  /** The journal itself: what is asked of it here is no step, and nothing breaks it. */
  readonly journal: Journal;
}

const minute = 60_000;

/** The real engine with both real adapters over HTTP, on a journal in a file, with a step at every call. */
export function openEngine({ setting, steps, clock, trouble, subscriber }: EngineOptions): OpenEngine {
  const { file, provider: first, breakage } = setting;
  const broken = breakage === undefined ? {} : breakages[breakage];
  const journal = createSqliteJournal({ file, busyTimeoutMilliseconds: 60_000 });
  const stepping = steppingJournal(journal, steps);
  const wayTo = (id: string, ...origins: readonly string[]): Transport => {
    const reached = steppingTransport(createUndiciTransport([...new Set(origins)], { connections: 64 }), steps);
    const shaky = id === first && trouble === 'loses_answer' ? losingTransport(reached) : reached;
    return broken.transport?.(shaky) ?? shaky;
  };
  const providers = { paymega: paymegaOf, paycross: payCrossOf };
  const at = (id: 'paymega' | 'paycross'): Provider => {
    return providers[id](setting, wayTo, id === first && trouble === 'refuses_connections');
  };
  const payments = createPayments({
    providers: first === 'paymega' ? [at('paymega'), at('paycross')] : [at('paycross'), at('paymega')],
    journal: broken.journal?.(stepping) ?? stepping,
    clock,
    subscribers: [subscriber],
    // Events of this process are delivered at once; those of a dead one when the clock jumps.
    delivery: { everyMilliseconds: 30 * minute },
    limits: { attemptMilliseconds: 2 * minute, operationMilliseconds: 5 * minute },
    recovery: false,
  });
  return { payments, journal };
}

type Way = (id: string, ...origins: readonly string[]) => Transport;

function paymegaOf({ addresses }: Setting, wayTo: Way, isDead: boolean): Provider {
  const baseUrl = isDead ? deadOrigin : addresses.paymegaApi;
  const cardgateUrl = isDead ? deadOrigin : addresses.cardgate;
  return createPaymega(
    { ...paymegaAccount, baseUrl, cardgateUrl, testMode: true },
    wayTo('paymega', baseUrl, cardgateUrl),
  );
}

function payCrossOf({ addresses }: Setting, wayTo: Way, isDead: boolean): Provider {
  const baseUrl = isDead ? deadOrigin : addresses.paycross;
  const webhookPublicKey = addresses.paycrossPublicKey;
  return createPayCross({ ...payCrossAccount, baseUrl, webhookPublicKey, testMode: true }, wayTo('paycross', baseUrl));
}
