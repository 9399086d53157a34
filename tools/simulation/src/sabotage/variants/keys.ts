import type { Variant } from '../variant.ts';

export const keys: readonly Variant[] = [
  {
    name: 'a fresh key for every re-send',
    patches: [
      {
        file: 'run/send-attempt.ts',
        find: 'const context = { reference, deadline,',
        replace: 'const context = { reference: sending === 1 ? reference : `${reference}x${sending}`, deadline,',
      },
    ],
    caughtBy: [1, 2, 5],
  },
  {
    name: 'a key that contains the time',
    patches: [
      {
        file: 'run/first.ts',
        find: '  const { key, signal } = options;\n  requireWanted(signal);\n  const at = clock.now();\n',
        replace:
          '  const { signal } = options;\n  requireWanted(signal);\n  const at = clock.now();\n  const key = `${options.key}-${at}`;\n',
      },
    ],
    caughtBy: [1, 5, 7],
  },
  {
    name: 'a changed body under the same key',
    patches: [
      {
        file: 'run/repeat.ts',
        find: 'if (operation.begun.kind === kind && operation.begun.fingerprint === fingerprint) return operation;',
        replace: 'if (operation.begun.kind === kind || operation.begun.fingerprint === fingerprint) return operation;',
      },
    ],
    caughtBy: [7],
  },
  {
    name: 're-send past the key window',
    patches: [
      {
        file: 'recovery/ways.ts',
        find: "return safety === 'replayed' && window !== undefined && now + windowMargin < attempt.sendings[0].at + window;",
        replace: "return safety === 'replayed' && window !== undefined && now + windowMargin > 0;",
      },
      {
        file: 'recovery/schedule.ts',
        find: 'repeatsMilliseconds: [minute, 7 * hour],',
        replace: 'repeatsMilliseconds: [25 * hour, 7 * hour],',
      },
    ],
    caughtBy: [1, 2, 5],
  },
  {
    name: 'sent without end',
    patches: [
      {
        file: 'recovery/ways.ts',
        find: '  if (attempt.sendings.length >= schedule.maximumSendings) return false;\n',
        replace: '',
      },
      {
        file: 'recovery/schedule.ts',
        find: 'repeatsMilliseconds: [minute, 7 * hour],',
        replace: 'repeatsMilliseconds: [minute],',
      },
      { file: 'recovery/schedule.ts', find: 'maximumSendings: 3,', replace: 'maximumSendings: 30,' },
    ],
    caughtBy: [10],
  },
];
