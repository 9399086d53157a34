import { tableOf } from '@ducat/contract/documents';
import type { TransactionRecord } from '@ducat/core';
import { CardToken } from '@ducat/core';
import { describe, expect, it } from 'vitest';
import { expectFound } from './expectations.ts';
import { golden } from './golden.ts';
import { scripted } from './scripted.ts';

type Tree = Record<string, unknown>;

const page = new URL('../../../../docs/providers/paycross.md', import.meta.url);
const example = (JSON.parse(golden('tokenization-response.json')) as { transaction: Tree }).transaction;

/** Fields that the page's table explains, and then those that only its example has, each with another value. */
const fields: readonly (readonly [name: string, value: unknown, told?: unknown])[] = [
  ['uid', 'another-uid', 'another-uid'],
  ['status', 'failed', 'declined'],
  ['message', 'Another message', 'Another message'],
  ['tracking_id', 'another-reference', 'another-reference'],
  ['language', 'uk'],
  ['type', 'payment', 'charge'],
  ['payment_method_type', 'alternative'],
  ['credit_card.brand', 'MASTER', 'master'],
  ['credit_card.product', 'F'],
  ['credit_card.last_4', '0019', '0019'],
  ['credit_card.first_1', '5'],
  ['credit_card.bin', '520424', '520424'],
  ['credit_card.bin_8', '52042400'],
  ['credit_card.issuer_country', 'UA', 'UA'],
  ['credit_card.issuer_name', 'A bank', 'A bank'],
  ['credit_card.stamp', 'another'],
  ['credit_card.token', 'another-token', new CardToken({ provider: 'paycross', value: 'another-token' }).toStorage()],
  ['three_d_secure_verification.status', 'successful', 'successful'],
  ['tokenization.message', 'Another'],
  ['tokenization.status', 'failed'],
  ['additional_data.receipt_text', ['One']],
  ['smart_routing_verification.status', 'failed'],
  ['amount', 493, '4.93 EUR'],
  ['currency', 'USD', '4.92 USD'],
  ['test', false, false],
  ['updated_at', '2024-04-02T14:32:36.000Z', Date.parse('2024-04-02T14:32:36Z')],
  ['credit_card.exp_month', 8, 8],
  ['credit_card.exp_year', 2027, 2027],
  ['description', 'Another'],
  ['created_at', null],
  ['paid_at', '2024-04-02T14:32:35.000Z'],
  ['status_code', 21],
  ['id', 'another'],
  ['credit_card.holder', 'Jane Roe'],
  ['credit_card.token_provider', 'visa'],
  ['tokenization.gateway_id', 1],
  ['customer', { ip: '203.0.113.7' }],
  ['billing_address', null],
];

async function recordOf(transaction: Tree): Promise<TransactionRecord> {
  const { provider } = scripted(() => ({ body: { transaction } }));
  const [record] = expectFound(
    await provider.lookup({ operation: 'tokenize', providerReference: String(transaction['uid']) }),
  );
  return record;
}

function changed(target: Tree, path: string, value: unknown): Tree {
  const [name = '', ...rest] = path.split('.');
  return {
    ...target,
    [name]: rest.length === 0 ? value : changed((target[name] as Tree | undefined) ?? {}, rest.join('.'), value),
  };
}

function told(record: TransactionRecord, home: string): unknown {
  const value = home.split('.').reduce((inner: unknown, name) => (inner as Tree | undefined)?.[name], record);
  if (value instanceof CardToken) return value.toStorage();
  return home === 'amount' ? String(value) : value;
}

const rows = fields.map(([name, value, expected]) => ({ name, value, expected }));

describe('the table of response fields', () => {
  const homes = tableOf(page, 'response');

  it('names every field once, in its order, and no other', () => {
    expect([...homes.keys()]).toEqual(fields.map(([name]) => name));
  });

  it.each(rows.filter(({ expected }) => expected !== undefined))(
    'is right about $name, which is read',
    async ({ name, value, expected }) => {
      const home = homes.get(name) ?? '';
      expect(told(await recordOf(changed(example, name, value)), home)).toEqual(expected);
      expect(told(await recordOf(example), home)).not.toEqual(expected);
    },
  );

  it.each(rows.filter(({ expected }) => expected === undefined))(
    'is right about $name, which is not read',
    async ({ name, value }) => {
      expect(homes.get(name)).toBe('not read');
      expect(await recordOf(changed(example, name, value))).toEqual(await recordOf(example));
    },
  );
});
