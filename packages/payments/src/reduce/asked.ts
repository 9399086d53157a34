import type { EvidenceFound } from '../model/event.ts';

/**
 * What the shopper was asked to do, as it was told to whoever sent the request. A lookup tells less: Paymega's knows no
 * challenge, and PayCross's knows nothing of an answer that is to be relayed.
 */
export function askedOf(evidence: readonly EvidenceFound[]): EvidenceFound | undefined {
  const asking = evidence.filter(({ finding }) => finding.status === 'action_required');
  return asking.findLast(isDirect) ?? asking.at(-1);
}

/**
 * What an open attempt stands on: the newest word, but for a lookup that only says it is under way. That does not say that
 * the shopper has acted, so what was asked stands until the shopper is back. `open` has the newest first.
 */
export function standingOf(newest: EvidenceFound, open: readonly EvidenceFound[]): EvidenceFound {
  const { source, finding } = newest;
  if (source !== 'lookup' || (finding.status === 'pending' && finding.reason !== 'processing')) return newest;
  const direct = open.find((piece) => isDirect(piece) && isUnderWay(piece));
  return direct?.finding.status === 'action_required' ? direct : newest;
}

/** Whether the provider has it, and it is not decided. */
export function isUnderWay({ finding }: EvidenceFound): boolean {
  return finding.status === 'pending' || finding.status === 'action_required';
}

function isDirect({ source }: EvidenceFound): boolean {
  return source === 'response' || source === 'challenge';
}
