import type { Clock, Journal, Provider } from '@ducat/core';
import type { Router } from '@ducat/router';
import { createRouter } from '@ducat/router';
import type { Engine, TimeLimits, TokenVault } from './engine.ts';
import { runFollowing } from './follow/run-following.ts';
import { getPayment } from './get.ts';
import { createPaymentLog } from './log/payment-log.ts';
import type { Payments } from './payments.ts';
import { receiveWebhook } from './receive.ts';
import { recoverDue } from './recovery/recover.ts';
import type { RecoverySchedule } from './recovery/schedule.ts';
import { defaultSchedule } from './recovery/schedule.ts';
import { startRecovery } from './recovery/worker.ts';
import { requireKey } from './request/key.ts';
import { resumePayment } from './resume.ts';
import { runFirst } from './run/first.ts';
import { shared } from './run/shared.ts';
import { systemClock } from './system-clock.ts';

/** What an engine is made of. */
export interface PaymentsOptions {
  /** Every provider with an id of its own. */
  readonly providers: readonly Provider[];
  readonly journal: Journal;
  /** Who is tried in which order. Default: everyone who can, in the order given. */
  readonly routes?: Router;
  readonly vault?: TokenVault;
  /** Default: the machine's. */
  readonly clock?: Clock;
  readonly limits?: Partial<TimeLimits>;
  /** `false`: this process does not recover by itself. */
  readonly recovery?: false | Partial<RecoverySchedule & { readonly everyMilliseconds: number }>;
}

const defaultLimits: TimeLimits = { attemptMilliseconds: 30_000, operationMilliseconds: 60_000 };

export function createPayments(options: PaymentsOptions): Payments {
  const { providers, journal, clock = systemClock, recovery = {} } = options;
  const { everyMilliseconds = 1000, ...given } = recovery === false ? {} : recovery;
  const schedule: RecoverySchedule = { ...defaultSchedule, ...given };
  const engine: Engine = {
    providers: new Map(providers.map((provider) => [provider.id, provider])),
    router: options.routes ?? createRouter({ providers }),
    journal,
    log: createPaymentLog(journal, schedule, () => clock.now()),
    clock,
    schedule,
    limits: { ...defaultLimits, ...options.limits },
    vault: options.vault,
  };
  const worker = recovery === false ? undefined : startRecovery(engine, everyMilliseconds, () => {});
  const share = shared();
  const keyed = ({ key, signal }: { readonly key: string; readonly signal?: AbortSignal }) => ({
    key: requireKey(key),
    signal,
  });

  return {
    charge: (request, call) => share(engine, { operation: 'charge', request }, keyed(call), runFirst),
    authorize: (request, call) => share(engine, { operation: 'authorize', request }, keyed(call), runFirst),
    tokenize: (request, call) => share(engine, { operation: 'tokenize', request }, keyed(call), runFirst),
    payout: (request, call) => share(engine, { operation: 'payout', request }, keyed(call), runFirst),
    capture: (request, call) => runFollowing(engine, 'capture', request, keyed(call)),
    void: (request, call) => runFollowing(engine, 'void', request, keyed(call)),
    refund: (request, call) => runFollowing(engine, 'refund', request, keyed(call)),
    resume: (request) => resumePayment(engine, request),
    get: (payment) => getPayment(engine, payment),
    async receive(provider, request) {
      const received = await receiveWebhook(engine, provider, request);
      if (received.status === 'recorded') worker?.wake();
      return received;
    },
    recover: () => recoverDue(engine),
    async close() {
      await worker?.stop();
      await Promise.all(providers.map((provider) => provider.close()));
      await journal.close();
    },
  };
}
