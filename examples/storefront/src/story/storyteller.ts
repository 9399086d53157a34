import type { Journal } from '@ducat/core';
import { Money } from '@ducat/core';
import type { Payments } from '@ducat/payments';
import type { ProviderTown } from '../town/provider-town.ts';
import type { Town } from '../town/town.ts';
import { tellJournal } from './journal-words.ts';
import type { Notes } from './notes.ts';
import type { LedgerShown, Panel } from './panel.ts';

/** Tells what happened, of one payment and at both banks. */
export interface Storyteller {
  tell(payment: string | undefined): Promise<Panel>;
}

export interface StoryParts {
  readonly payments: Payments;
  readonly journal: Journal;
  readonly town: Town;
  readonly notes: Notes;
}

export function createStoryteller({ payments, journal, town, notes }: StoryParts): Storyteller {
  const titleOf = (provider: string | undefined): string => (provider === undefined ? '' : town.titleOf(provider));
  return {
    async tell(key) {
      const ledgers = town.providers.map(ledgerOf);
      const found = key === undefined ? undefined : await payments.get(key);
      const history = key === undefined ? undefined : await journal.read(key);
      if (key === undefined || found === undefined || history === undefined) {
        return { plan: [], attempts: [], happenings: notes.about(undefined, 0), ledgers };
      }
      const [first] = found.operations;
      const events = tellJournal(history.events, titleOf);
      const beside = notes.about(key, events[0]?.at ?? 0);
      return {
        payment: { key, status: first.status },
        plan: first.plan.map(({ provider, chosen, reason }) => ({ provider: titleOf(provider), chosen, reason })),
        attempts: first.attempts.map(({ provider, reference, status }) => {
          return { provider: titleOf(provider), reference, status: status.replaceAll('_', ' ') };
        }),
        happenings: [...events, ...beside].toSorted((one, other) => one.at - other.at),
        ledgers,
      };
    },
  };
}

const lastOnes = 3;

function ledgerOf({ title, bank }: ProviderTown): LedgerShown {
  const entries = bank.entries.slice(-lastOnes).map(({ kind, reference, amount }) => {
    return { kind, reference, amount: euros(amount) };
  });
  return { bank: title, entries, total: euros(bank.totals('EUR').net) };
}

function euros(minorUnits: bigint): string {
  return `€${Money.of(minorUnits, 'EUR').toDecimal()}`;
}
