import type { Variant } from '../variant.ts';

export const following: readonly Variant[] = [
  {
    name: 'read before the lock',
    patches: [
      {
        file: 'follow/run-following.ts',
        find: '  const loaded = await log.amend(\n    await log.load(request.payment),\n    ({ state }) => {\n',
        replace:
          '  const read = await log.load(request.payment);\n  const loaded = await log.amend(\n    read,\n    (newest) => {\n      const state = operationOf(newest.state, key) === undefined ? read.state : newest.state;\n',
      },
    ],
    caughtBy: [2, 5, 11],
  },
  {
    name: 'a capture after a void allowed',
    patches: [
      {
        file: 'follow/held.ts',
        find: "  if (voided.minorUnits > 0n && kind === 'capture') {",
        replace: "  if (voided.minorUnits < 0n && kind === 'capture') {",
      },
      { file: 'follow/held.ts', find: '.minus(captured).minus(voided);', replace: '.minus(captured);' },
    ],
    caughtBy: [11],
  },
  {
    name: 'more refunded than was taken',
    patches: [
      {
        file: 'follow/taken.ts',
        find: '  const taking = takings.find(({ left }) => amount.compare(left) <= 0);',
        replace: '  const taking = takings[0];',
      },
    ],
    caughtBy: [11],
  },
];
