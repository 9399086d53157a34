import type { Variant } from '../variant.ts';

export const recovery: readonly Variant[] = [
  {
    name: 'give up after a few polls',
    patches: [
      {
        file: 'recovery/steps.ts',
        find: '  return lookupsOf(attempt) < schedule.maximumLookups;',
        replace: '  return lookupsOf(attempt) < Math.min(3, schedule.maximumLookups);',
      },
    ],
    caughtBy: [4],
  },
  {
    name: 'no recovery after a crash',
    patches: [
      {
        file: 'recovery/recover.ts',
        find: '  await Promise.all(\n    payments.map(',
        replace: '  await Promise.all(\n    payments.slice(payments.length).map(',
      },
    ],
    caughtBy: [2, 4],
  },
  {
    name: 'looks without end',
    patches: [
      { file: 'recovery/schedule.ts', find: 'lookupsBeforeReview: 30,', replace: 'lookupsBeforeReview: 30_000,' },
      { file: 'recovery/schedule.ts', find: 'maximumLookups: 40,', replace: 'maximumLookups: 40_000,' },
      { file: 'recovery/schedule.ts', find: '    8 * hour,\n    day,\n', replace: '' },
      { file: 'recovery/schedule.ts', find: '    hour,\n    hour,\n    2 * hour,\n    4 * hour,\n', replace: '' },
    ],
    caughtBy: [10],
  },
  {
    name: 'the review event dropped',
    patches: [
      {
        file: 'outbox/announce.ts',
        find: "  if (isNew) news.push('payment.needs_review');\n",
        replace: '  void isNew;\n',
      },
    ],
    caughtBy: [4],
  },
  {
    name: 'events of the end dropped',
    patches: [
      {
        file: 'outbox/announce.ts',
        find: '  if (operation.settled !== undefined) return operation.settled.result;\n',
        replace:
          "  if (operation.settled !== undefined) return operation.begun.kind === 'refund' ? undefined : operation.settled.result;\n",
      },
    ],
    caughtBy: [7],
  },
  {
    name: 'money that moved twice is kept',
    patches: [
      {
        file: 'recovery/surplus-steps.ts',
        find: '  return surplusOf(state).flatMap(',
        replace: '  return surplusOf(state).slice(state.operations.length * 9).flatMap(',
      },
    ],
    caughtBy: [1, 5],
  },
];
