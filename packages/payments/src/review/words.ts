import type { EvidenceFound, EvidenceSource } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { AttemptState } from '../reduce/state.ts';

const sources: Readonly<Record<EvidenceSource, string>> = {
  response: 'answer',
  challenge: 'after the shopper acted',
  lookup: 'lookup',
  webhook: 'webhook, which is a hint only',
  operator: 'operator',
};

/** Everything that is known of an attempt, oldest first, a line for each; what was said again and again, once. */
export function evidenceInWords({ begun, sendings, evidence }: AttemptState): string[] {
  const sent = sendings.map(({ at, number }) => ({
    at,
    words: number === 1 ? `sent to ${begun.provider} as ${begun.reference}` : `sent again, with the same reference`,
  }));
  const said = evidence.map((piece) => ({ at: piece.at, words: wordsOf(piece) }));
  const lines = [...sent, ...said].toSorted((one, other) => one.at - other.at);
  return together(lines).map(({ at, words, times, until }) => {
    const repeated = times === 1 ? '' : ` (${times} times, the last at ${timeOf(until)})`;
    return `${timeOf(at)} ${words}${repeated}`;
  });
}

interface Line {
  readonly at: number;
  readonly words: string;
}

function together(lines: readonly Line[]): (Line & { times: number; until: number })[] {
  const grouped: (Line & { times: number; until: number })[] = [];
  for (const line of lines) {
    const last = grouped.at(-1);
    if (last?.words === line.words) Object.assign(last, { times: last.times + 1, until: line.at });
    else grouped.push({ ...line, times: 1, until: line.at });
  }
  return grouped;
}

function wordsOf({ source, finding }: EvidenceFound): string {
  return `${sources[source]}: ${statementOf(finding)}${ownWords(finding)}`;
}

function statementOf(finding: Finding): string {
  switch (finding.status) {
    case 'approved':
      return `approved ${finding.amount.toString()} as ${finding.providerReference}`;
    case 'declined':
      return `declined, ${finding.decline.reason}`;
    case 'pending':
      return `pending, ${finding.reason} as ${finding.providerReference}`;
    case 'action_required':
      return `waits for the shopper as ${finding.providerReference}`;
    case 'not_found':
      return 'knows nothing of it';
    case 'not_sent':
      return `not sent, ${finding.error.code}`;
    case 'unknown':
      return `nothing usable, ${finding.error.code}`;
    case 'unanswered':
      return `says nothing about it, ${finding.error.code}`;
  }
}

/** The provider's own words, or the operator's; redacted by whoever kept them. */
function ownWords(finding: Finding): string {
  const raw = 'raw' in finding ? finding.raw : 'error' in finding ? finding.error.raw : undefined;
  const words = Object.entries(raw ?? {}).map(([label, value]) => `${label}: ${value}`);
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
