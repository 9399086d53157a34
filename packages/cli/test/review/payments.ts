import type { Outcome, Provider } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { createSqliteJournal } from '@ducat/journal-sqlite';
import type { Payments } from '@ducat/payments';
import { createPayments } from '@ducat/payments';

// A merchant's module: it knows where the journal is and which providers there are.

const unclear = { code: 'connection_lost', message: 'the connection broke', effect: 'possible' } as const;

/** Takes every request, says nothing about it, and cannot be asked. */
const silent: Provider = {
  id: 'silent',
  limits: {
    currencies: 'any',
    capture: { partial: 'never', multiple: false },
    void: { partial: false },
    refund: { partial: false, multiple: false },
    tokenize: 'never',
    repeat: {},
    lookupHorizonMilliseconds: 60_000,
    lookupByReference: [],
    actions: [],
  },
  async charge(_request, { reference }): Promise<Outcome> {
    return { status: 'unknown', provider: 'silent', reference, error: new DucatError(unclear), raw: {} };
  },
  close: async () => undefined,
};

export function payments(): Payments {
  const file = process.env['DUCAT_TEST_JOURNAL'] ?? '';
  return createPayments({
    providers: [silent],
    journal: createSqliteJournal({ file }),
    limits: { attemptMilliseconds: 1, operationMilliseconds: 1 },
    recovery: { graceMilliseconds: 0, delaysMilliseconds: [1], everyMilliseconds: 5 },
  });
}
