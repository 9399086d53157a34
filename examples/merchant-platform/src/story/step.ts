import type { OperationResult } from '@ducat/payments';

/** Something that happened, and what was to happen. */
export interface Step {
  readonly merchant: string;
  readonly story: string;
  readonly expected: string;
  readonly told: string;
}

export function step(merchant: string, story: string, expected: string, told: string): Step {
  return { merchant, story, expected, told };
}

/** `approved by paycross`. */
export function tell(result: OperationResult): string {
  return `${result.status} by ${result.attempts.at(-1)?.provider ?? 'nobody'}`;
}

export function isAsTold({ expected, told }: Step): boolean {
  return expected === told;
}
