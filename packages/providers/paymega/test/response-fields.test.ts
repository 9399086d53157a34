import { tableOf } from '@ducat/contract/documents';
import { CardToken, Money } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { pageExample } from './golden/files.ts';
import { scripted } from './scripted.ts';

type Tree = Record<string, unknown>;

const page = new URL('../../../../docs/providers/paymega.md', import.meta.url);
const homes = tableOf(page, 'response');

/** The page's paid invoice, complete with what only other examples have. */
const { data: paid } = pageExample('host-to-host.create-invoice.response') as unknown as {
  data: { id: string; attributes: Tree };
};
const card = (paid.attributes['payload'] as { payment_card: Tree }).payment_card;
const invoice: Tree = {
  ...paid.attributes,
  payload: { token: 'token-1', payment_card: { ...card, network: null, brand: 'visa' } },
};

function changed(target: Tree, path: string, value: unknown): Tree {
  const [name = '', ...rest] = path.split('.');
  return {
    ...target,
    [name]: rest.length === 0 ? value : changed((target[name] as Tree | undefined) ?? {}, rest.join('.'), value),
  };
}

/** What a lookup says of the invoice; of one that is refused, why. */
async function lookedUp(attributes: Tree): Promise<unknown> {
  const { provider } = scripted(() => ({ data: { id: paid.id, attributes } }));
  const result = await provider.lookup({ operation: 'charge', providerReference: paid.id });
  return result.status === 'found' ? result.transactions[0] : result;
}

/** Where the shopper is sent when the invoice is the answer to its creation. */
async function shownPage(attributes: Tree): Promise<unknown> {
  const waiting = { ...attributes, status: 'process_pending', payload: null };
  const { provider } = scripted(() => ({ data: { id: paid.id, attributes: waiting } }));
  const request = {
    amount: Money.parse('100', 'USD'),
    description: 'x',
    testMode: true,
    source: { kind: 'hosted' },
  } as const;
  return provider.charge(request, { reference: String(invoice['reference_id']) });
}

function told(result: unknown, home: string): unknown {
  const value = home.split('.').reduce((inner: unknown, name) => (inner as Tree | undefined)?.[name], result);
  if (value instanceof CardToken) return value.toStorage();
  return value instanceof Money ? value.toString() : value;
}

const storage = (value: string): string => new CardToken({ provider: 'paymega', value }).toStorage();

/** Every field of an invoice that is read: another value of it, and what is told then. */
const read: readonly (readonly [name: string, value: unknown, told: unknown])[] = [
  ['status', 'expired', 'declined'],
  ['resolution', 'forced_captured', 'forced_captured'],
  ['resolution_message', 'Fine', 'Fine'],
  ['moderation_required', true, 'moderation'],
  ['amount', 99, '99.00 USD'],
  ['currency', 'EUR', '100.00 EUR'],
  ['payment_amount', 100.5, '100.00 USD'],
  ['processed_amount', '50', '50.00 USD'],
  ['refunded_amount', 7, '7.00 USD'],
  ['reference_id', 'attempt-7', 'attempt-7'],
  ['test_mode', false, false],
  ['payment_flow', 'delayed_charge', 'contradicting_response'],
  ['updated', 1_700_000_000, 1_700_000_000_000],
  ['rrn', '123', '123'],
  ['approval_code', 'A1', 'A1'],
  ['payload.token', 'token-7', storage('token-7')],
  ['payload.payment_card.first', '400000', '400000'],
  ['payload.payment_card.last', '1111', '1111'],
  ['payload.payment_card.network', 'mastercard', 'mastercard'],
  ['payload.payment_card.brand', 'maestro', 'maestro'],
  ['payload.payment_card.expiry_month', '09', 9],
  ['payload.payment_card.expiry_year', '31', 2031],
  ['payload.payment_card.issuer_name', 'A bank', 'A bank'],
  ['payload.payment_card.issuer_country', 'UA', 'UA'],
];

const readForThePage: readonly (readonly [name: string, value: unknown, told: unknown])[] = [
  ['flow_data.action', 'https://example.com/pay', 'https://example.com/pay'],
  ['flow_data.method', 'POST', 'form_post'],
  ['flow_data.params', { a: '1' }, 'https://cardgate.psp.name/hpp/cgi_8A8vc28Hr15D8tZ3?a=1'],
];

/** Read, and tested where they matter: the bearer of a sale, the page without flow_data, refunds, 3-D Secure. */
const testedElsewhere = [
  'id',
  'flow_data.metadata.token',
  'hpp_url',
  'refunds',
  'sale.status',
  'sale.auth_mode',
  'sale.auth_payload.action',
  'sale.auth_payload.method',
  'sale.auth_payload.params',
];

describe('the table of response fields', () => {
  test('names every field that is read once, and no other', () => {
    const names = [...read, ...readForThePage].map(([name]) => name);
    expect([...homes.keys()].toSorted()).toEqual([...names, ...testedElsewhere].toSorted());
  });

  for (const [name, value, expected] of read) {
    test(`is right about ${name}`, async () => {
      const home = homes.get(name) ?? '';
      const base = name === 'payment_amount' ? { ...invoice, processed_amount: 100.5 } : invoice;
      const before = await lookedUp(base);
      const after = await lookedUp(changed(base, name, value));
      expect(told(after, home)).toEqual(expected);
      expect(told(after, home)).not.toEqual(told(before, home));
    });
  }

  for (const [name, value, expected] of readForThePage) {
    test(`is right about ${name}`, async () => {
      const home = homes.get(name) ?? '';
      expect(told(await shownPage(changed(invoice, name, value)), home)).toEqual(expected);
      expect(told(await shownPage(invoice), home)).not.toEqual(expected);
    });
  }
});

describe('every other field of the examples', () => {
  const readNames = [...[...read, ...readForThePage].map(([name]) => name), ...testedElsewhere];
  const isRead = (name: string): boolean => readNames.some((other) => other === name || other.startsWith(`${name}.`));
  const others = new Set(
    ['host-to-host.create-invoice', 'tokens.customer-present', 'tokens.merchant-initiated', 'two-step.hold'].flatMap(
      (file) => {
        const { data } = pageExample(`${file}.response`) as unknown as { data: { attributes: Tree } };
        return leaves(data.attributes);
      },
    ),
  );

  for (const name of [...others].filter((name) => !isRead(name))) {
    test(`changes nothing: ${name}`, async () => {
      for (const value of ['another', 7, null, []]) {
        const other = changed(invoice, name, value);
        expect(await lookedUp(other)).toEqual(await lookedUp(invoice));
        expect(await shownPage(other)).toEqual(await shownPage(invoice));
      }
    });
  }
});

function leaves(tree: Tree): readonly string[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const isTree = typeof value === 'object' && value !== null && !Array.isArray(value) && name !== 'params';
    return isTree ? leaves(value as Tree).map((inner) => `${name}.${inner}`) : [name];
  });
}
