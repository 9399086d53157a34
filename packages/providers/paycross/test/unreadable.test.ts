import { describe, expect, it } from 'vitest';
import { expectUnknown } from './expectations.ts';
import { attempt, charge, money } from './requests.ts';
import { scripted } from './scripted.ts';

const good = { uid: 'one', status: 'successful', amount: 1000, currency: 'USD' };
const without = (field: string): object => ({ transaction: { ...good, [field]: undefined } });
const text = JSON.stringify({ transaction: good });

const unreadable: readonly (readonly [what: string, body: unknown, status: number])[] = [
  ['HTML with 200', '<html><body>Maintenance</body></html>', 200],
  ['an empty body', '', 200],
  ['a truncated body', text.slice(0, -5), 200],
  ['a body with something behind it', `${text}]`, 200],
  [
    'a body of another charset',
    Buffer.from(JSON.stringify({ transaction: { ...good, message: 'Успешно' } }), 'utf16le'),
    200,
  ],
  ['bytes that are not UTF-8', Buffer.concat([Buffer.from(text.slice(0, -2)), Buffer.from([0x22, 0xff, 0x22])]), 200],
  ['an amount that is given twice', text.replace('"amount":1000', '"amount":1000,"amount":1'), 200],
  ['null', 'null', 200],
  ['a list', `[${text}]`, 200],
  ['no transaction', {}, 200],
  ['a transaction without uid', without('uid'), 200],
  ['a transaction without status', without('status'), 200],
  ['a transaction without amount', without('amount'), 200],
  ['a uid that is a path', { transaction: { ...good, uid: '../../payments' } }, 200],
  ['a uid that is a number', { transaction: { ...good, uid: 1 } }, 200],
  ['an empty status', { transaction: { ...good, status: '' } }, 200],
  ['a status that is a list', { transaction: { ...good, status: ['successful'] } }, 200],
  ['a mode that is a word', { transaction: { ...good, test: 'false' } }, 200],
  ['the acknowledgement of an asynchronous task', { status: 'processing', request_id: 'one' }, 200],
  ['an error with 200', { response: { message: 'Amount is invalid', errors: { amount: ['is invalid'] } } }, 200],
  ['HTTP 500', { response: { message: 'Internal error' } }, 500],
  ['HTTP 502 from a proxy', '<html>Bad gateway</html>', 502],
  ['a success with 500', text, 500],
  ['a redirect', '', 302],
  ['a redirect that keeps the body', '', 307],
  ['a refusal from a proxy', '<html>Forbidden</html>', 403],
  ['a page that is not there', '<html>Not found</html>', 404],
  ['a refusal that is not one of the platform', { error: 'forbidden' }, 403],
];

describe('an answer that cannot be understood', () => {
  it.each(unreadable)('(%s) leaves a charge unknown: it may have happened', async (_what, body, status) => {
    const { provider, sent } = scripted(() => ({ body, status }));
    const context = attempt();
    const outcome = expectUnknown(await provider.charge(charge(), context), 'unexpected_response');
    expect(outcome).toMatchObject({ provider: 'paycross', reference: context.reference });
    expect(sent).toHaveLength(1);
  });

  it.each(unreadable)('(%s) leaves a refund unknown: it may have happened', async (_what, body, status) => {
    const { provider } = scripted(() => ({ body, status }));
    const request = { payment: 'one', amount: money('10.00'), reason: 'Too small' };
    expectUnknown(await provider.refund(request, attempt()), 'unexpected_response');
  });

  it.each(unreadable)('(%s) makes a lookup fail, which says nothing of the payment', async (_what, body, status) => {
    const { provider } = scripted(() => ({ body, status }));
    const result = await provider.lookup({ operation: 'charge', providerReference: 'one' });
    expect(result).toMatchObject({ status: 'failed', error: { effect: 'none' } });
  });
});

describe('an answer about somebody else', () => {
  it.each([
    ['another reference', { tracking_id: 'someone-else' }],
    ['another operation', { type: 'refund' }],
    ['an operation that nobody has mapped', { type: 'chargeback' }],
  ])('(%s) is unknown, and its uid is not taken for ours', async (_what, changes) => {
    const { provider } = scripted(() => ({ body: { transaction: { ...good, ...changes } } }));
    const outcome = expectUnknown(await provider.charge(charge(), attempt()), 'contradicting_response');
    expect(outcome.providerReference).toBeUndefined();
  });

  it.each(['capture', 'void', 'refund'] as const)(
    '(a %s of another parent) is unknown, and its uid is not taken for ours',
    async (name) => {
      const body = { transaction: { ...good, type: name, parent_uid: 'another' } };
      const world = scripted(() => ({ body }));
      const amount = money('10.00');
      const request = { authorization: 'mine', amount };
      const outcome =
        name === 'refund'
          ? await world.provider.refund({ payment: 'mine', amount, reason: 'Too small' }, attempt())
          : await world.provider[name](request, attempt());
      expect(expectUnknown(outcome, 'contradicting_response').providerReference).toBeUndefined();
      const reason = name === 'refund' ? { reason: 'Too small' } : {};
      expect(world.lastRequest()).toEqual({ parent_uid: 'mine', amount: 1000, ...reason });
    },
  );
});

describe('what decides nothing about money', () => {
  it('may have any type without making a success unreadable', async () => {
    const odd = {
      message: { text: 'ok' },
      code: 0,
      friendly_message: [],
      updated_at: 1,
      redirect_url: false,
      credit_card: [],
      additional_data: [],
      three_d_secure_verification: 'none',
    };
    const { provider } = scripted(() => ({ body: { transaction: { ...good, ...odd } } }));
    expect(await provider.charge(charge(), attempt())).toMatchObject({
      status: 'approved',
      raw: { status: 'successful' },
    });
  });
});
