import type { PageRequest } from '@ducat/core';
import type { ModelPayment } from '../model/journal-model.ts';
import { JournalModel } from '../model/journal-model.ts';
import { turn } from '../turn.ts';
import type { JournalMutant } from './mutant.ts';
import { wrongInside, wrongOutside } from './mutant.ts';

type Filter = (payment: ModelPayment) => boolean;

export const pageMutants: readonly JournalMutant[] = [
  wrongInside(
    'lists payments by their names',
    'all payments are listed, each once, in the order of their first events',
    () =>
      new (class extends JournalModel {
        override pageOf(page: PageRequest, isListed: Filter): readonly string[] {
          const names = super.pageOf({ limit: 10_000 }, isListed).toSorted();
          return names.filter((name) => page.after === undefined || name > page.after).slice(0, page.limit);
        }
      })(),
  ),
  wrongInside(
    'begins a page with the last payment of the one before',
    'all payments are listed, each once, in the order of their first events',
    () =>
      new (class extends JournalModel {
        override pageOf(page: PageRequest, isListed: Filter): readonly string[] {
          if (page.after === undefined || page.limit < 2) return super.pageOf(page, isListed);
          return [page.after, ...super.pageOf({ ...page, limit: page.limit - 1 }, isListed)].slice(0, page.limit);
        }
      })(),
  ),
  wrongOutside(
    'never takes a payment out of review',
    'the payments in review are those whose last append said so, and no others',
    (journal, model) => ({
      append: (append) => {
        const known = model.paymentList.find(({ payment }) => payment === append.payment);
        return journal.append({ ...append, review: append.review || known?.review === true });
      },
    }),
  ),
  wrongOutside(
    'lists reviews in the order in which they came into review',
    'pages of reviews hold each once, in the order of their first events',
    (journal) => {
      const since: string[] = [];
      return {
        append: (append) => {
          if (append.review && !since.includes(append.payment)) since.push(append.payment);
          return journal.append(append);
        },
        reviews: async (page) => {
          const all = new Set(await journal.reviews({ limit: 10_000 }));
          const begin = page.after === undefined ? 0 : since.indexOf(page.after) + 1;
          return since
            .slice(begin)
            .filter((payment) => all.has(payment))
            .slice(0, page.limit);
        },
      };
    },
  ),
  wrongInside(
    'looks for the end of the last page among those that are still in review',
    'a page of reviews goes on after a payment that has left them',
    () =>
      new (class extends JournalModel {
        override pageOf({ after, limit }: PageRequest, isListed: Filter): readonly string[] {
          const listed = super.pageOf({ limit: 10_000 }, isListed);
          const begin = after === undefined ? 0 : listed.indexOf(after) + 1;
          return listed.slice(begin, begin + limit);
        }
      })(),
  ),
  wrongInside(
    'lists the newest payments first',
    'no payment is missed by who reads pages while others are appended',
    () =>
      new (class extends JournalModel {
        override payments({ after, limit }: PageRequest): readonly string[] {
          const newest = this.paymentList.map(({ payment }) => payment).toReversed();
          const begin = after === undefined ? 0 : newest.indexOf(after) + 1;
          return newest.slice(begin, begin + limit);
        }
      })(),
  ),
  wrongOutside(
    'has an empty page after an unknown payment',
    'a page after a payment that there is not is refused',
    (journal, model) => {
      const isKnown = ({ after }: PageRequest): boolean => after === undefined || model.read(after) !== undefined;
      return {
        payments: async (page) => (isKnown(page) ? journal.payments(page) : turn().then(() => [])),
        reviews: async (page) => (isKnown(page) ? journal.reviews(page) : turn().then(() => [])),
      };
    },
  ),
];
