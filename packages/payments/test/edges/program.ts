import type { Outcome, Provider } from '@ducat/core';
import { Card, Money } from '@ducat/core';
import { createMemoryJournal } from '@ducat/journal-memory';
import type { PaymentsOptions } from '../../src/index.ts';
import { createPayments } from '../../src/index.ts';

// A process of its own, with the machine's clock, that opens an engine and never closes it.

const amount = Money.parse('10.50', 'EUR');
const card = new Card({ number: '4111111111111111', expiryMonth: 10, expiryYear: 2035 });

const provider: Provider = {
  id: 'slow',
  limits: {
    currencies: 'any',
    capture: { partial: 'never', multiple: false },
    void: { partial: false },
    refund: { partial: false, multiple: false },
    tokenize: 'never',
    repeat: {},
    lookupHorizonMilliseconds: 0,
    lookupByReference: [],
    actions: [],
  },
  charge: (_request, { clock, reference }) =>
    new Promise<Outcome>((resolve) => {
      clock?.schedule(1500, () =>
        resolve({ status: 'approved', provider: 'slow', reference, providerReference: 'tx-1', amount, raw: {} }),
      );
    }),
  close: async () => undefined,
};

function open(options: Partial<PaymentsOptions>): ReturnType<typeof createPayments> {
  return createPayments({ providers: [provider], journal: createMemoryJournal(), ...options });
}

if (process.argv[2] === 'idle') {
  open({ subscribers: [() => undefined] });
  process.stdout.write('open');
} else {
  const payments = open({ subscribers: [({ type }) => void process.stdout.write(`told ${type} `)] });
  const { status } = await payments.charge(
    { amount, description: 'A hat', source: { kind: 'card', card } },
    { key: 'order-1' },
  );
  process.stdout.write(`answered ${status} `);
}
