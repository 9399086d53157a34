import type { FaultFacts } from './table.ts';
import { callFaults, journalFaults, lookupFaults, outageFaults, peopleFaults, webhookFaults } from './table.ts';

export type ProviderId = 'paymega' | 'paycross';
export const providerIds: readonly ProviderId[] = ['paymega', 'paycross'];

export type MoneyStep =
  | 'invoice'
  | 'sale'
  | 'payment'
  | 'authorization'
  | 'tokenization'
  | 'capture'
  | 'void'
  | 'refund'
  | 'payout';
export type CallStep = MoneyStep | 'lookup' | 'challenge';
export type JournalStep = 'append' | 'read' | 'find' | 'lease' | 'outbox';
export type Step = CallStep | 'webhook' | JournalStep;

/** Where a fault can be met: `any` for what belongs to no provider. */
export type Place = ProviderId | 'any';

/** What is asked of each provider. */
export const moneySteps: Readonly<Record<ProviderId, readonly MoneyStep[]>> = {
  paymega: ['invoice', 'sale', 'capture', 'void', 'refund', 'payout'],
  paycross: ['payment', 'authorization', 'tokenization', 'capture', 'void', 'refund', 'payout'],
};

export interface Cell {
  readonly place: Place;
  readonly step: Step;
  readonly fault: string;
}

export function nameOfCell({ place, step, fault }: Cell): string {
  return `${place}/${step}/${fault}`;
}

/** The faults that a step can meet. */
export function faultsOf(place: Place, step: Step): Readonly<Record<string, FaultFacts>> {
  if (step === 'webhook') return webhookFaults;
  if (step === 'append' || step === 'read' || step === 'find' || step === 'lease' || step === 'outbox') {
    return journalFaults;
  }
  const own = { ...callFaults, ...outageFaults };
  if (step === 'lookup') return { ...own, ...lookupFaults };
  if (step === 'challenge') return own;
  return { ...own, ...peopleAt(place, step) };
}

/** Clicks are doubled where an operation begins; banks decide where a card is presented. */
function peopleAt(place: Place, step: MoneyStep): Readonly<Record<string, FaultFacts>> {
  const { double_click, decline, asynchronous, abandoned } = peopleFaults;
  const bank = { decline, asynchronous };
  if (step === 'invoice') return { double_click };
  if (step === 'sale') return { ...bank, abandoned };
  if (step === 'payout') return { double_click, ...bank };
  if (step === 'payment' || step === 'authorization') return { double_click, ...bank, abandoned };
  return step === 'tokenization' ? { double_click, ...bank } : { double_click };
}

/** All cells of the matrix, those that cannot exist left out. */
export function allCells(): readonly Cell[] {
  const places: readonly (readonly [Place, readonly Step[]])[] = [
    ...providerIds.map((id) => [id, [...moneySteps[id], 'lookup', 'challenge', 'webhook', 'append', 'read']] as const),
    ['any', ['find', 'lease', 'outbox']] as const,
  ];
  return places.flatMap(([place, steps]) =>
    steps.flatMap((step) =>
      Object.keys(faultsOf(place, step))
        .map((fault) => ({ place, step, fault }))
        .filter((cell) => reasonAgainst(cell) === undefined),
    ),
  );
}

/** Why a cell cannot exist. */
export function reasonAgainst(cell: Cell): string | undefined {
  return impossible.find(
    ({ place, step, fault }) =>
      fault === cell.fault && (step ?? cell.step) === cell.step && (place ?? cell.place) === cell.place,
  )?.reason;
}

export const impossible: readonly (Partial<Cell> & { readonly fault: string; readonly reason: string })[] = [
  {
    place: 'paymega',
    step: 'sale',
    fault: 'amount_mismatch',
    reason: 'the answer to a sale names no amount',
  },
  {
    place: 'paymega',
    step: 'lookup',
    fault: 'several',
    reason: 'a reference_id is unique at Paymega: there is never a second invoice of it',
  },
  ...(['read', 'find'] as const).map((step) => ({
    step,
    fault: 'fails_after',
    reason: 'an answer about what is there that is lost is the same as a question that was never asked',
  })),
];
