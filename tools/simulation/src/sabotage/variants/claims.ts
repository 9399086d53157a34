import type { Variant } from '../variant.ts';

export const claims: readonly Variant[] = [
  {
    name: 'no claim per operation',
    patches: [
      {
        file: 'run/first.ts',
        find: '    isMine = version === 0;\n    return isMine ? [begun, attempt] : [];',
        replace:
          '    isMine = true;\n    return version === 0 ? [begun, attempt] : [{ ...attempt, attempt: version + 1, reference: `${key}-${version + 1}`, proof: "none" }];',
      },
      {
        file: 'run/first.ts',
        find: '  return await tryProviders(engine, { loaded, provider: first, attempt }, run);',
        replace:
          '  const own = (loaded.events.findLast(({ type }) => type === "attempt_begun") ?? attempt) as typeof attempt;\n  return await tryProviders(engine, { loaded, provider: first, attempt: own }, run);',
      },
    ],
    caughtBy: [1, 5, 7],
  },
  {
    name: 'a claim without a unique constraint',
    patches: [
      {
        file: 'log/payment-log.ts',
        find: "if (result?.status === 'appended') return written;",
        replace: "if (result?.status === 'appended' || result?.status === 'conflict') return written;",
      },
    ],
    caughtBy: [2, 5, 7, 10],
  },
  {
    name: 'journal after the call',
    patches: [
      {
        file: 'run/first.ts',
        find: '  let isMine: boolean | undefined;\n',
        replace:
          '  let isMine: boolean | undefined;\n  if ((await log.load(key)).version === 0) await callAt(first)({ reference: attempt.reference, deadline, clock }).catch(() => undefined);\n',
      },
    ],
    caughtBy: [1, 2, 5],
  },
  {
    name: 'a journal error swallowed',
    patches: [
      {
        file: 'log/payment-log.ts',
        find: '        if (failures === retries) throw failed(effect, cause);\n        failures += 1;\n',
        replace: '        void cause;\n        return written;\n',
      },
    ],
    caughtBy: [2, 4, 5, 7],
  },
  {
    name: 'settled again and again',
    patches: [
      {
        file: 'reduce/conclude.ts',
        find: '    if (operation.settled !== undefined) return [];\n    const success',
        replace: '    const success',
      },
    ],
    caughtBy: [6],
  },
];
