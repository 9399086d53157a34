import { engineOn, journalOf, recoveryOn } from './engine-on.ts';
import { getPayment } from './get.ts';
import { inFlight, isOverWithin } from './in-flight.ts';
import { operationsOn } from './operations.ts';
import type { PaymentsOptions } from './options.ts';
import { readSettings } from './options.ts';
import { startDelivery } from './outbox/delivery.ts';
import type { Payments } from './payments.ts';
import { receiveFrom } from './receive-from.ts';
import { recoverDue } from './recovery/recover.ts';
import { checkOne, checkPayment, checkResume } from './request/check.ts';
import { resumePayment } from './resume.ts';
import { decideReview } from './review/decide.ts';
import { listReviews } from './review/list.ts';
import { reviewDecision, reviewPage } from './review/schemas.ts';
import { countForgedWebhooks } from './telemetry/forged-webhooks.ts';
import { createReporter } from './telemetry/reporter.ts';

/**
 * Opens an engine, in this process; any number of them can be open on one journal.
 * @throws DucatError `invalid_options` that lists every wrong option.
 */
export function createPayments(options: PaymentsOptions): Payments {
  const settings = readSettings(options);
  const { clock, providers, subscribers, observer, delivery: schedule, closeMilliseconds } = settings;
  const reporter = createReporter(settings.logger, observer);
  const journal = journalOf(settings, reporter, () => delivery?.wake());
  const engine = engineOn(settings, journal, reporter);
  const delivery =
    subscribers.length === 0 ? undefined : startDelivery({ journal, clock, subscribers, schedule, reporter });
  const recovery = recoveryOn(engine, settings, reporter);
  const forged = countForgedWebhooks(journal, clock, reporter);
  const receive = receiveFrom(engine, { forged, reporter, wake: () => recovery?.wake() });
  const flight = inFlight();
  const { run } = flight;
  const ended = Promise.resolve();
  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    const ending = [flight.end(), recovery?.stop() ?? ended, delivery?.stop() ?? ended];
    const isOver = await isOverWithin(clock, closeMilliseconds, ending);
    if (!isOver) reporter.report('closed_early', { afterMilliseconds: closeMilliseconds });
    await forged.flush();
    const closed = providers.map((provider) => provider.close());
    await isOverWithin(clock, closeMilliseconds, closed);
    await journal.close();
  }

  return {
    ...operationsOn(engine, flight, observer),
    resume: (request) => run(async () => await resumePayment(engine, checkResume(request))),
    get: (payment) => run(async () => await getPayment(engine, checkPayment(payment))),
    receive: (provider, request) => run(async () => await receive(provider, request)),
    recover: () => run(async () => await recoverDue(engine)),
    reviews: (page = {}) => run(async () => await listReviews(engine, checkOne('page', reviewPage, page))),
    decide: (given) =>
      run(async () => {
        const checked = checkOne('decision', reviewDecision, given);
        const { payment } = await decideReview(engine, checked);
        const { review, decision, by } = checked;
        reporter.report('review_decided', { payment, review, by }, { decision });
        return await getPayment(engine, payment);
      }),
    close: () => (closing ??= close()),
  };
}
