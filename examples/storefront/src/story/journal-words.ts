import type { JournalEvent } from '@ducat/core';
import type { Happening } from './panel.ts';

/** As much of an event's data as the story needs. It is the engine's own text, so nothing here relies on it being there. */
interface Told {
  readonly operation?: string;
  readonly attempt?: number;
  readonly provider?: string;
  readonly reference?: string;
  readonly proof?: string;
  readonly source?: string;
  readonly trust?: string;
  readonly result?: string;
  readonly reason?: string;
  readonly sending?: number;
  readonly finding?: {
    readonly status?: string;
    readonly decline?: { readonly reason?: string };
    readonly error?: { readonly code?: string; readonly message?: string };
  };
}

type Title = (provider: string | undefined) => string;

/** The journal's events as a story, in their order. */
export function tellJournal(events: readonly JournalEvent[], titleOf: Title): Happening[] {
  const providers = new Map<string | undefined, string>();
  return events.map(({ type, at, data }) => {
    const told = JSON.parse(data) as Told;
    if (type === 'attempt_begun') providers.set(told.reference, titleOf(told.provider));
    const provider = providers.get(told.reference) ?? titleOf(told.provider);
    const by = type === 'evidence' ? 'provider' : 'journal';
    return { at, by, ...wordsOf(type, told, provider) };
  });
}

function wordsOf(type: string, told: Told, provider: string): Pick<Happening, 'title' | 'detail'> {
  switch (type) {
    case 'operation_begun':
      return { title: 'The intent is written down', detail: 'with its plan, before anything is sent' };
    case 'attempt_begun': {
      const proof = told.proof === undefined ? '' : `, because it is proven that no money moved: ${told.proof}`;
      return {
        title: `Attempt ${told.attempt ?? 1} goes to ${provider}`,
        detail: `as ${told.reference ?? ''}${proof}`,
      };
    }
    case 'sending_begun':
      return { title: `Sent to ${provider} once more`, detail: 'the same request under the same reference' };
    case 'evidence':
      return evidence(told, provider);
    case 'operation_settled':
      return { title: `Settled: ${spaced(told.result)}`, detail: 'for good; nothing that comes later changes it' };
    case 'review_requested':
      return { title: 'A person has to look', detail: told.reason ?? '' };
    case 'webhook_refused':
      return { title: `A webhook of ${provider} does not fit`, detail: told.reason ?? '' };
    default:
      return { title: spaced(type), detail: '' };
  }
}

const sources: Readonly<Record<string, string>> = {
  response: 'answers',
  challenge: 'answers after the bank’s question',
  lookup: 'is asked, and says',
  webhook: 'sends a webhook',
  operator: 'is decided by an operator',
};

function evidence({ source = '', trust, finding }: Told, provider: string): Pick<Happening, 'title' | 'detail'> {
  const status = finding?.status;
  const title = `${provider} ${sources[source] ?? source}: ${spaced(status)}`;
  if (trust === 'hint')
    return { title, detail: 'stored before it is answered; a hint only, so the provider itself is asked' };
  if (status === 'unknown') {
    return {
      title: `No usable answer of ${provider}`,
      detail: `${finding?.error?.message ?? ''}: money may have moved`,
    };
  }
  if (status === 'not_sent') {
    return { title: `${provider} was not reached`, detail: `${finding?.error?.message ?? ''}: nothing was sent` };
  }
  if (status === 'declined') return { title, detail: spaced(finding?.decline?.reason) };
  return { title, detail: status === 'action_required' ? 'the shopper has to act; no money has moved' : '' };
}

function spaced(text: string | undefined): string {
  return (text ?? 'nothing').replaceAll('_', ' ');
}
