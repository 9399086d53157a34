import { Money } from '@ducat/core';
import Table from 'cli-table3';
import type { SecondAct } from './second-act.ts';

/** Whether nobody was charged twice, nothing is left open, and the books agree. */
export function isSafe({ books }: SecondAct): boolean {
  return books.isEqual && books.chargedTwice.length === 0 && books.open.length === 0;
}

export function toStory(act: SecondAct): string {
  const { payments, killedAfter, hours, failovers, books } = act;
  const lines = [
    `${payments} payments over both providers, PayCross going wrong in ${act.misfortunes.length} ways;`,
    `the merchant's process was killed after ${killedAfter} of them and started again.`,
    toMisfortunes(act),
    `${list(act.statuses)}; ${failovers} went to the second provider with proof that the first had taken nothing.`,
    `${hours} hours went by on the merchant's clock until everything was decided.`,
    toBooks(act),
    `Charged twice: ${books.chargedTwice.length}. Left open: ${books.open.length}. For a person to look at: ${books.inReview.length}.`,
  ];
  return lines.join('\n');
}

function toMisfortunes({ misfortunes }: SecondAct): string {
  const table = new Table({ head: ['what went wrong at PayCross', 'times'], style });
  table.push(...misfortunes.map(([name, times]) => [name, times]));
  return table.toString();
}

function toBooks({ books }: SecondAct): string {
  const table = new Table({
    head: ['bank of', 'charges in its ledger', 'in the journal', 'money in its ledger', 'in the journal'],
    style,
  });
  for (const page of books.pages) {
    const { provider, chargesAtBank, chargesInJournal, moneyAtBank, moneyInJournal } = page;
    table.push([provider, chargesAtBank, chargesInJournal, euros(moneyAtBank), euros(moneyInJournal)]);
  }
  return table.toString();
}

const style = { head: [], border: [], compact: true };

function euros(minorUnits: bigint): string {
  return Money.of(minorUnits, 'EUR').toString();
}

function list(statuses: SecondAct['statuses']): string {
  return statuses.map(([status, payments]) => `${payments} ${status}`).join(', ');
}
