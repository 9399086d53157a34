import type { Variant } from '../variant.ts';

export const evidence: readonly Variant[] = [
  {
    name: 'failover on an unclear answer',
    patches: [
      {
        file: 'model/proof.ts',
        find: "if (status !== 'not_sent' && status !== 'declined' && status !== 'not_found') return undefined;",
        replace:
          "if (status === 'unknown') return ground && new NoMoneyMoved(begun.reference, 'not_sent', ground.id);\n    if (status !== 'not_sent' && status !== 'declined' && status !== 'not_found') return undefined;",
      },
      {
        file: 'run/move-on.ts',
        find: "return finding.status !== 'declined' && finding.status !== 'not_sent';",
        replace:
          "return finding.status !== 'declined' && finding.status !== 'not_sent' && finding.status !== 'unknown';",
      },
    ],
    caughtBy: [1, 6],
  },
  {
    name: '"not found" final at once',
    patches: [
      {
        file: 'reduce/verdict.ts',
        find: "finding.status === 'not_found' && at >= horizon);",
        replace: "finding.status === 'not_found' && at + horizon > 0);",
      },
      { file: 'reduce/verdict.ts', find: 'const confirmations = 4;', replace: 'const confirmations = 1;' },
    ],
    caughtBy: [1, 2, 5, 7],
  },
  {
    name: '`incomplete` taken for success',
    patches: [
      {
        file: 'model/finding-of.ts',
        find: "    case 'action_required':\n    case 'pending':",
        replace:
          "    case 'action_required':\n      return { status: 'approved', providerReference: outcome.providerReference ?? '', amount: requested, raw: outcome.raw };\n    case 'pending':",
      },
    ],
    caughtBy: [3, 5],
  },
  {
    name: 'an unknown status taken for success',
    patches: [
      {
        file: 'model/finding-of.ts',
        find: "    case 'action_required':\n    case 'pending':",
        replace:
          "    case 'pending':\n      if (outcome.reason === 'unmapped_status') return { status: 'approved', providerReference: outcome.providerReference ?? '', amount: requested, raw: outcome.raw };\n    case 'action_required':",
      },
    ],
    caughtBy: [3, 5],
  },
  {
    name: 'an error without a word taken for "nothing was sent"',
    patches: [
      {
        file: 'model/finding-of.ts',
        find: "      return { status: 'unknown', ...named, error: outcome.error.toJSON() };",
        replace:
          "      return named.providerReference === undefined ? { status: 'not_sent', error: outcome.error.toJSON() } : { status: 'unknown', ...named, error: outcome.error.toJSON() };",
      },
    ],
    caughtBy: [1, 2, 5],
  },
  {
    name: 'what was settled is told anew by whatever came last',
    patches: [
      {
        file: 'reduce/outcome.ts',
        find: '  return settled === undefined ? attempt.ground : attempt.evidence.find(({ id }) => id === settled.evidence);',
        replace: '  return settled === undefined ? attempt.ground : attempt.evidence.at(-1);',
      },
    ],
    caughtBy: [7],
  },
];
