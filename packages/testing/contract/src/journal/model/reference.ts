import type { Journal, PageRequest } from '@ducat/core';
import { DucatError, checkAppend, checkLease, checkName, checkPage, invalidRequest } from '@ducat/core';
import type { JournalHarness } from '../harness.ts';
import { turn } from '../turn.ts';
import { JournalModel } from './journal-model.ts';

/** A harness of which parts can be replaced. */
export interface ReferenceJournalHarness extends JournalHarness {
  /** With this in the place of the model. */
  withModel(make: () => JournalModel): ReferenceJournalHarness;
  /** With this around every opening. */
  withOpening(change: (journal: Journal, model: JournalModel) => Journal): ReferenceJournalHarness;
}

interface Parts {
  readonly make: () => JournalModel;
  readonly change: (journal: Journal, model: JournalModel) => Journal;
}

/** The model behind the port: it keeps every promise, and does nothing before the next turn of the event loop. */
export function referenceJournalHarness(
  parts: Parts = { make: () => new JournalModel(), change: (journal) => journal },
): ReferenceJournalHarness {
  return {
    opensAgain: true,
    create: () => {
      const model = parts.make();
      return { open: () => parts.change(openingOf(model), model), remove: () => undefined };
    },
    withModel: (make) => referenceJournalHarness({ ...parts, make }),
    withOpening: (change) => referenceJournalHarness({ ...parts, change }),
  };
}

function openingOf(model: JournalModel): Journal {
  let isClosed = false;
  // What was asked for before the closing is done; copied, because the caller may change what it gave.
  async function later<Request, Value>(
    request: Request,
    perform: (request: Request) => Value,
    check: (request: Request) => void = () => undefined,
  ): Promise<Value> {
    if (isClosed) throw new DucatError({ code: 'journal_failed', message: 'it is closed', effect: 'possible' });
    check(request);
    const copy = structuredClone(request);
    await turn();
    return perform(copy);
  }
  function checkAfter(page: PageRequest): void {
    checkPage(page);
    const { after } = page;
    if (after !== undefined && model.read(after) === undefined) throw invalidRequest('after', 'names no payment');
  }
  return {
    append: (append) => later(append, (copy) => model.append(copy), checkAppend),
    read: (payment) => later(payment, (copy) => model.read(copy)),
    find: (name) => later(name, (copy) => model.find(copy), checkName),
    lease: (request) => later(request, (copy) => model.lease(copy), checkLease),
    reviews: (page) => later(page, (copy) => model.reviews(copy), checkAfter),
    payments: (page) => later(page, (copy) => model.payments(copy), checkAfter),
    takeMessages: (request) => later(request, (copy) => model.takeMessages(copy), checkLease),
    acknowledge: (sequences) => later(sequences, (copy) => model.acknowledge(copy)),
    close: async () => {
      isClosed = true;
      await turn();
    },
  };
}
