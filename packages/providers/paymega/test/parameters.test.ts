import { tableOf } from '@ducat/contract/documents';
import type { AuthorizeRequest, CardData, ChargeRequest } from '@ducat/core';
import { Card, CardToken } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { examples, pageExample } from './golden/files.ts';
import type { PageRequest } from './page-parameters.ts';
import { constantParameters, sentParameters, unsentParameters } from './page-parameters.ts';
import { scripted } from './scripted.ts';
import { money } from './shop.ts';

type Tree = Record<string, unknown>;

const page = new URL('../../../../docs/providers/paymega.md', import.meta.url);
const homes = tableOf(page, 'parameters');
const cardData: CardData = {
  number: '5519283812030000',
  expiryMonth: 10,
  expiryYear: 2035,
  holder: 'Card Holder',
  securityCode: '123',
};
const customer = { reference: 'customer-1' };
const minimal: Tree = { amount: money('1'), description: 'A hat', customer };
const paths: Readonly<Record<PageRequest, RegExp>> = {
  invoice: /^\/payment-invoices$/,
  sale: /^\/payment\/sale$/,
  capture: /\/capture$/,
  void: /\/void$/,
};

function withField(target: Tree, path: string, value: unknown): Tree {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...target, [name]: value };
  return { ...target, [name]: withField((target[name] as Tree | undefined) ?? {}, rest.join('.'), value) };
}

function valueAt(target: unknown, path: string): unknown {
  return path.split('.').reduce((inner: unknown, name) => (inner as Tree | undefined)?.[name], target);
}

/** The invoice that the adapter would like to see, so that it goes on to its last request. */
function agreeing(body: string | undefined, path: string): unknown {
  const { attributes = {} } = (JSON.parse(body ?? '{}') as { data?: { attributes?: Tree } }).data ?? {};
  const { reference_id, amount = 7.77, currency = 'USD', test_mode = false, flow: payment_flow } = attributes;
  if (path === '/payment/sale') return { status: 'processed', auth_payload: [] };
  const id = /payment-invoices\/(\w+)/.exec(path)?.[1] ?? 'cpi_1';
  const flowData = {
    action: 'https://cardgate.example/hpp/1',
    method: 'GET',
    params: [],
    metadata: { token: 'bearer' },
  };
  return {
    data: {
      id,
      attributes: {
        status: body === undefined ? 'authorized' : 'process_pending',
        reference_id,
        amount,
        currency,
        test_mode,
        payment_flow,
        flow_data: flowData,
      },
    },
  };
}

/** All requests of the pages, with one field of our model set. */
async function sentWith(home: string, value: unknown): Promise<Readonly<Record<PageRequest, Tree>>> {
  const { provider, sent } = scripted(({ body, path }) => agreeing(body, path));
  const reference = home === 'context.reference' ? String(value) : 'attempt-1';
  const isOption = home.startsWith('providerOptions.paymega.');
  const request = isOption ? withOption(home, value) : withHome(home, value);
  const isAuthorize = home === 'the port authorize' || home === 'partialCapture' || /delayedAction/.test(home);
  const payment = isAuthorize
    ? provider.authorize(request as unknown as AuthorizeRequest, { reference })
    : provider.charge(request as unknown as ChargeRequest, { reference });
  await payment;
  const authorization = home === 'authorization' ? String(value) : 'cpi_1';
  const amount = home === 'amount' ? (value as ChargeRequest['amount']) : money('5');
  if (amount.currency === 'USD') await provider.capture({ authorization, amount }, { reference });
  await provider.void({ authorization, amount: money('7.77') }, { reference });
  const bodyOf = (name: PageRequest): Tree => {
    const body = sent.findLast(({ method, path }) => method === 'POST' && paths[name].test(path))?.body;
    return body === undefined ? {} : (JSON.parse(body) as { data: Tree }).data;
  };
  return { invoice: bodyOf('invoice'), sale: bodyOf('sale'), capture: bodyOf('capture'), void: bodyOf('void') };
}

function withHome(home: string, value: unknown): Tree {
  const source = { kind: 'card', card: new Card(cardData) };
  if (home === 'source.token' || home === 'source.initiator') {
    const token =
      value instanceof CardToken
        ? value
        : new CardToken({ provider: 'paymega', value: 'token-1', customerReference: 'customer-1' });
    const initiator = home === 'source.initiator' ? value : 'customer';
    return {
      ...minimal,
      customer: { reference: token.customerReference },
      source: { kind: 'token', token, usage: 'recurring', initiator },
    };
  }
  if (home.startsWith('source.card.')) {
    const field = home.slice('source.card.'.length);
    return { ...minimal, source: { kind: 'card', card: new Card({ ...cardData, [field]: value }) } };
  }
  const isElsewhere = home === 'context.reference' || home === 'the port authorize' || home === 'authorization';
  return isElsewhere ? { ...minimal, source } : withField({ ...minimal, source }, home, value);
}

function withOption(home: string, value: unknown): Tree {
  const request = withHome('context.reference', undefined);
  if (/delayedAction/.test(home)) {
    const both = withField(
      withField(request, 'providerOptions.paymega.delayedAction', 'capture'),
      'providerOptions.paymega.delayedActionDelay',
      60,
    );
    return withField(both, home, value);
  }
  const complete = /returnUrls/.test(home)
    ? withField(request, 'providerOptions.paymega.returnUrls.pending', 'https://shop.example/')
    : request;
  return withField(complete, home, value);
}

/** `invoice.amount` stands in the attributes of the invoice, `capture.id` beside those of the capture. */
function placeOf(name: string): readonly [PageRequest, string] {
  const [request = '', ...path] = name.split('.');
  const isBeside = path[0] === 'id' || path[0] === 'type';
  return [request as PageRequest, isBeside ? path.join('.') : `attributes.${path.join('.')}`];
}

async function valueSent(name: string, home: string, value: unknown): Promise<unknown> {
  const [request, path] = placeOf(name);
  return valueAt((await sentWith(home, value))[request], path);
}

const names = [...sentParameters, ...constantParameters].map(({ name }) => name as string).concat(unsentParameters);

describe('the table of parameters', () => {
  test('names every parameter of the pages once, and no other', () => {
    expect([...homes.keys()].toSorted()).toEqual(names.toSorted());
  });

  test("names every parameter that the pages' examples have", () => {
    const found = examples
      .filter(({ sentDifferently }) => sentDifferently !== undefined)
      .flatMap(({ file }) => parametersIn(file));
    expect(found.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(found).size).toBeGreaterThan(25);
  });

  for (const { name, value, wire } of sentParameters) {
    test(`names a home of ${name} from which it reaches the wire`, async () => {
      const home = homes.get(name) ?? '';
      const sent = await valueSent(name, home, value);
      expect(sent).toEqual(wire);
      expect(await valueSent(name, 'description', 'Something else')).not.toEqual(sent);
    });
  }

  for (const { name, wire } of constantParameters) {
    test(`is right that ${name} is always the same`, async () => {
      expect(homes.get(name)).toBe('always the same');
      expect(await valueSent(name, 'description', 'Something else')).toBe(wire);
    });
  }

  for (const name of unsentParameters) {
    test(`is right that ${name} is not sent, and says why`, async () => {
      expect(homes.get(name)).toMatch(/^not sent: .{20}/);
      for (const { name: other, value } of sentParameters) {
        expect(await valueSent(name, homes.get(other) ?? '', value), other).toBeUndefined();
      }
    });
  }
});

function parametersIn(file: string): readonly string[] {
  const request = /capture|void|sale/.exec(file)?.[0] ?? 'invoice';
  const { attributes = {}, ...beside } = (pageExample(file) as unknown as { data: Tree }).data;
  // What stands beside the attributes by mistake belongs into them.
  return leaves({ ...(attributes as Tree), ...beside }).map((path) => `${request}.${path}`);
}

function leaves(tree: Tree): readonly string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && name !== 'metadata'
      ? leaves(value as Tree).map((inner) => `${name}.${inner}`)
      : [name],
  );
}
