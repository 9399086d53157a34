import type { Check } from './evidence.ts';

/** So many that a process which died with its counts cannot explain why none was written down. */
const unmistakable = 20;

/** Invariant 8, its second half: who tries to forge leaves a trace in the journal. */
export const forgedRecorded: Check = ({ cases, forged }, violations) => {
  for (const [provider, count] of forged) {
    const records = cases
      .flatMap(({ payments }) => payments)
      .filter(({ payment }) => payment.startsWith('webhooks--forged--') && payment.endsWith(`--${provider}`));
    if (count >= unmistakable && records.length === 0) {
      violations.add(8, '', `${count} forged webhooks of ${provider} were refused and none was written down`);
    }
  }
};
