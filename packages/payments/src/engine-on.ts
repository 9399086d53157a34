import type { Journal, JournalAppend, Provider } from '@ducat/core';
import type { Engine } from './engine.ts';
import { createPaymentLog } from './log/payment-log.ts';
import type { Settings } from './options.ts';
import type { RecoveryWorker } from './recovery/worker.ts';
import { startRecovery } from './recovery/worker.ts';
import { describeError } from './telemetry/describe-error.ts';
import { reportAppends } from './telemetry/report-appends.ts';
import type { Reporter } from './telemetry/reporter.ts';
import { watchedJournal } from './telemetry/watched-journal.ts';
import { watchedProvider } from './telemetry/watched-provider.ts';
import { watchedVault } from './telemetry/watched-vault.ts';

/** The journal as the engine uses it. Nobody who wants to know nothing pays for telling. */
export function journalOf(
  { journal, logger, observer, subscribers }: Settings,
  reporter: Reporter,
  announced: () => void,
): Journal {
  const isWatched = logger !== undefined || observer !== undefined;
  if (!isWatched && subscribers.length === 0) return journal;
  const report = isWatched ? reportAppends(reporter) : undefined;
  return watchedJournal(journal, {
    appended(append: JournalAppend) {
      if (append.messages.length > 0) announced();
      report?.(append);
    },
    failed: (method, error) => reporter.report('journal_failed', { error: describeError(error, true) }, { method }),
  });
}

/** What all parts share, made of the options. */
export function engineOn(settings: Settings, journal: Journal, reporter: Reporter): Engine {
  const { clock, router, schedule, limits, vault, observer } = settings;
  const watched = (provider: Provider): Provider =>
    observer === undefined ? provider : watchedProvider(provider, observer);
  return {
    providers: new Map(settings.providers.map((provider) => [provider.id, watched(provider)])),
    router,
    journal,
    log: createPaymentLog(journal, schedule, () => clock.now()),
    clock,
    schedule,
    limits,
    vault: vault && watchedVault(vault, reporter),
  };
}

/** Recovery of this process, unless it has none. What fails comes again. */
export function recoveryOn(
  engine: Engine,
  { recoverEveryMilliseconds: every }: Settings,
  { report }: Reporter,
): RecoveryWorker | undefined {
  if (every === undefined) return undefined;
  return startRecovery(engine, every, (error, payment) => {
    report('recovery_failed', { payment, error: describeError(error, false) });
  });
}
