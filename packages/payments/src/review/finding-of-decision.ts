import { declineFor } from '@ducat/core';
import { masked } from '@ducat/validation';
import type { Finding } from '../model/finding.ts';
import type { ReviewDecision } from './decisions.ts';

/** What an operator's decision says about the attempt. Who decided and why stands beside it. */
export function findingOfDecision(request: ReviewDecision): Finding {
  const raw = { by: masked(request.by), note: masked(request.note, 1000) };
  switch (request.decision) {
    case 'approved': {
      const { providerReference, amount } = request;
      return { status: 'approved', providerReference, amount, raw };
    }
    case 'nothing_taken':
      return { status: 'declined', decline: declineFor('unspecified', 'unspecified'), raw };
    case 'handled':
    case 'again': {
      const message = 'an operator took care of it';
      return { status: 'unanswered', error: { code: 'refused', message, effect: 'none', raw } };
    }
  }
}

/** Whether two decisions come to the same, whoever made them and for whatever reason. */
export function isSameDecision(one: Finding, other: Finding): boolean {
  if (one.status !== other.status) return false;
  if (one.status !== 'approved' || other.status !== 'approved') return true;
  return one.providerReference === other.providerReference && one.amount.equals(other.amount);
}
