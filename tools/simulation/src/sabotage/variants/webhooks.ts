import type { Variant } from '../variant.ts';

export const webhooks: readonly Variant[] = [
  {
    name: 'the last webhook wins',
    patches: [
      {
        file: 'reduce/outcome.ts',
        find: '  return settled === undefined ? attempt.ground : attempt.evidence.find(({ id }) => id === settled.evidence);',
        replace:
          "  const last = attempt.evidence.findLast(({ source }) => source === 'webhook');\n  return last ?? (settled === undefined ? attempt.ground : attempt.evidence.find(({ id }) => id === settled.evidence));",
      },
    ],
    caughtBy: [7],
  },
  {
    name: 'unsigned webhooks trusted',
    patches: [
      {
        package: 'providers/paymega',
        file: 'webhook.ts',
        find: "privateKeys.test !== undefined && isDigestAround('sha1', privateKeys.test, body, signature);",
        replace: 'privateKeys.test !== undefined;',
      },
      {
        package: 'providers/paycross',
        file: 'webhook.ts',
        find: '!isRsaSha256Signature(webhookPublicKey, body, signature)',
        replace: "signature === ''",
      },
    ],
    caughtBy: [8],
  },
  {
    name: 'webhooks deduplicated by object id alone',
    patches: [
      {
        file: 'receive.ts',
        find: '  const id = `webhook ${fingerprint}`;',
        replace: "  const id = `webhook ${fingerprint.split(':')[0] ?? ''}`;",
      },
    ],
    caughtBy: [8],
  },
  {
    name: 'the amount ignored on a webhook',
    patches: [
      {
        file: 'recovery/compare.ts',
        find: '  return strangenessOf(record, operation, attempt) ?? differenceOf(record, operation);',
        replace: '  return strangenessOf(record, operation, attempt);',
      },
    ],
    caughtBy: [8],
  },
  {
    name: 'forged webhooks leave no trace',
    patches: [
      {
        file: 'telemetry/forged-webhooks.ts',
        find: "      if (!DucatError.is(error) || error.code !== 'invalid_signature') return;",
        replace: '      if (DucatError.is(error)) return;',
      },
    ],
    caughtBy: [8],
  },
];
