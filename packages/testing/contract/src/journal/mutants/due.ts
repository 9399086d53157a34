import type { AppendResult, JournalAppend, LeaseRequest } from '@ducat/core';
import type { ModelPayment } from '../model/journal-model.ts';
import { JournalModel } from '../model/journal-model.ts';
import { turn } from '../turn.ts';
import type { JournalMutant } from './mutant.ts';
import { wrongInside, wrongOutside } from './mutant.ts';

/** A model that keeps another due than it was given. */
const keepingDue =
  (dueOf: (append: JournalAppend, before: number | undefined) => number | undefined) => (): JournalModel =>
    new (class extends JournalModel {
      override write(append: JournalAppend): AppendResult {
        const before = this.paymentList.find(({ payment }) => payment === append.payment)?.due;
        return super.write({ ...append, due: dueOf(append, before) });
      }
    })();

export const dueMutants: readonly JournalMutant[] = [
  wrongInside(
    'leases the shortest due first',
    'what is due is leased, from the moment that was said, the longest due first',
    () =>
      new (class extends JournalModel {
        override dueAt(now: number): ModelPayment[] {
          return super.dueAt(now).toReversed();
        }
      })(),
  ),
  wrongInside(
    'leases a millisecond late',
    'what is due is leased, from the moment that was said, the longest due first',
    () =>
      new (class extends JournalModel {
        override dueAt(now: number): ModelPayment[] {
          return super.dueAt(now - 1);
        }
      })(),
  ),
  wrongInside(
    'leases everything that is due',
    'no more is leased than was asked for, and the next comes next',
    () =>
      new (class extends JournalModel {
        override lease(request: LeaseRequest): readonly string[] {
          return super.lease({ ...request, limit: 1000 });
        }
      })(),
  ),
  wrongInside(
    'forgets what it has leased',
    'what is leased is left alone until the lease is over, and comes back then',
    () =>
      new (class extends JournalModel {
        override lease(request: LeaseRequest): readonly string[] {
          return super.lease({ ...request, until: Number.MAX_SAFE_INTEGER });
        }
      })(),
  ),
  wrongInside(
    'notes no lease',
    'what is leased is left alone until the lease is over, and comes back then',
    () =>
      new (class extends JournalModel {
        override lease({ now, limit }: LeaseRequest): readonly string[] {
          return super
            .dueAt(now)
            .slice(0, limit)
            .map(({ payment }) => payment);
        }
      })(),
  ),
  wrongInside(
    'leases one after the other until nothing is due',
    'nothing is leased twice by one request, even when the lease is over at once',
    () =>
      new (class extends JournalModel {
        override lease(request: LeaseRequest): readonly string[] {
          const leased: string[] = [];
          while (leased.length < request.limit) {
            const [next] = super.lease({ ...request, limit: 1 });
            if (next === undefined) break;
            leased.push(next);
          }
          return leased;
        }
      })(),
  ),
  wrongInside(
    'keeps the due that it has when an append has none',
    'every append says anew when the payment is due, or that it never is',
    keepingDue(({ due }, before) => due ?? before),
  ),
  wrongInside(
    'keeps the later of two dues',
    'an append ends the lease of its payment',
    keepingDue(({ due }, before) => due && Math.max(due, before ?? 0)),
  ),
  wrongOutside(
    'writes an event for a lease',
    'a lease is no event: the payment stays at its version',
    (journal, model) => ({
      lease: async (request) => {
        const leased = await journal.lease(request);
        for (const payment of leased) {
          const event = { type: 'leased', at: request.now, data: '' };
          model.paymentOf(payment).events = [...model.paymentOf(payment).events, event];
        }
        return leased;
      },
    }),
  ),
  wrongOutside(
    'reads what is due in one step and leases it in the next',
    'two that lease at the same moment never get the same payment',
    (_journal, model) => ({
      lease: async ({ now, until, limit }) => {
        const due = model.dueAt(now).slice(0, limit);
        await turn();
        for (const payment of due) payment.due = until;
        return due.map(({ payment }) => payment);
      },
    }),
  ),
  wrongInside(
    'compares dues as texts',
    'times of being due are compared as numbers, up to the end of whole numbers',
    () =>
      new (class extends JournalModel {
        override dueAt(now: number): ModelPayment[] {
          return super.dueAt(now).sort((left, right) => (String(left.due) < String(right.due) ? -1 : 1));
        }
      })(),
  ),
  wrongInside(
    'takes 0 for no due',
    'times of being due are compared as numbers, up to the end of whole numbers',
    keepingDue(({ due }) => (due === 0 ? undefined : due)),
  ),
];
