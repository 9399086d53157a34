import type { JournalAppend, JournalEvent } from '@ducat/core';
import type { OperationBegun, OperationSettled, ReviewRequested, WebhookRefused } from '../model/event.ts';
import type { Reporter } from './reporter.ts';

/** Reports what operators have to know of what was written to the journal, by whatever part of the engine. */
export function reportAppends({ report }: Reporter): (append: JournalAppend) => void {
  return ({ payment, events }) => {
    for (const event of events) reportEvent(report, payment, event);
  };
}

function reportEvent(report: Reporter['report'], payment: string, event: JournalEvent): void {
  switch (event.type as (OperationBegun | OperationSettled | ReviewRequested | WebhookRefused)['type']) {
    case 'operation_settled': {
      const { operation, result, reference } = dataOf<OperationSettled>(event);
      report('operation_settled', { payment, key: operation, reference }, { result });
      return;
    }
    case 'review_requested': {
      const { operation, reference, reason } = dataOf<ReviewRequested>(event);
      report('payment_in_review', { payment, key: operation, reference, reason });
      return;
    }
    case 'webhook_refused': {
      const { provider, reason } = dataOf<WebhookRefused>(event);
      report('webhook_contradicting', { payment, reason }, { provider });
      return;
    }
    case 'operation_begun': {
      // Reading every operation for the few that give money back would cost more than all the rest.
      if (!event.data.includes('"reverses":')) return;
      const { operation, reverses, kind, target } = dataOf<OperationBegun>(event);
      if (reverses === undefined) return;
      report(
        'money_given_back',
        { payment, key: operation, reverses },
        { operation: kind, provider: target?.provider },
      );
    }
  }
}

function dataOf<Event>({ data }: JournalEvent): Event {
  return JSON.parse(data) as Event;
}
