import { approved, declined, pending } from './decision.ts';
import type { Decision } from './decision.ts';

// Cards of this simulator alone: the first six digits say what happens, the rest is free as long as the
// Luhn check passes.
const decisions: Readonly<Record<string, Decision>> = {
  '400001': { challenge: '1', verdict: approved },
  '400002': { challenge: '2', verdict: approved },
  '400003': { challenge: undefined, verdict: pending() },
  '400004': { challenge: undefined, verdict: pending('ok', true) },
  '400005': { challenge: undefined, verdict: declined('insufficient_funds') },
  '400006': { challenge: '2', verdict: declined('issuer_decline') },
};

export const inventedCards = {
  threeDSecure1: '4000010000000001',
  threeDSecure2: '4000020000000000',
  pending: '4000030000000009',
  moderated: '4000040000000008',
  insufficientFunds: '4000050000000007',
  declinedAfterThreeDSecure2: '4000060000000006',
} as const;

export function inventedDecision(number: string): Decision | undefined {
  return decisions[number.slice(0, 6)];
}
