import { isFinal } from '../child/book.ts';
import type { Report } from '../child/order.ts';
import type { Check, Violation } from './violation.ts';

/** Invariant 4: everything is decided, or a person was asked and told so by an event. */
export const nothingOpen: Check = ({ book, reports }) =>
  book.flatMap(({ key, operation, status, review }): Violation[] => {
    if (isFinal(status)) return [];
    if (review === undefined) return [{ invariant: 4, what: `the ${operation} ${key} is ${status} for good` }];
    const isTold = reports.some((report) => report.key === key && report.type === 'payment.needs_review');
    return isTold ? [] : [{ invariant: 4, what: `the ${operation} ${key} is in review, and no event said so` }];
  });

/** Invariant 7, first half: every final word is the journal's word, whichever life and whoever told it. */
export const noContradiction: Check = ({ book, reports }) =>
  reports.filter(isFinalReport).flatMap((report): Violation[] => {
    const { by, life, key, status, provider, providerReference } = report;
    const entry = book.find((each) => each.key === key);
    const said = `life ${life} said by ${by} that ${key} is ${status}`;
    if (entry === undefined) return [{ invariant: 7, what: `${said}, and the journal does not know it` }];
    if (entry.status !== status) return [{ invariant: 7, what: `${said}, and the journal that it is ${entry.status}` }];
    const isSame =
      status !== 'approved' || (entry.provider === provider && entry.providerReference === providerReference);
    const where = `${entry.provider ?? ''} ${entry.providerReference ?? ''}`;
    return isSame
      ? []
      : [{ invariant: 7, what: `${said} at ${provider ?? ''} ${providerReference ?? ''}, not ${where}` }];
  });

function isFinalReport({ by, status }: Report): boolean {
  return by !== 'error' && isFinal(status);
}

/** Invariant 7, second half: subscribers are told of every ending, at least once. */
export const endingsTold: Check = ({ book, reports }) =>
  book
    .filter(({ key, status }) => {
      return (
        isFinal(status) &&
        !reports.some((report) => report.by === 'event' && report.key === key && report.status === status)
      );
    })
    .map(({ key, status }) => ({ invariant: 7, what: `${key} is ${status}, and no event told it` }));
