import type { Port } from '@ducat/core';
import { Money } from '@ducat/core';

/** Stands in every wrong text, so that a message that quotes its value is found. */
export const canary = 'canary-81503';

/** One wrong value: the path that an error has to name, and what to put where. */
export interface WrongField {
  readonly path: string;
  readonly put: Readonly<Record<string, unknown>>;
}

const wrong = (path: string, ...puts: readonly Readonly<Record<string, unknown>>[]): readonly WrongField[] =>
  puts.map((put) => ({ path, put }));

/** The same wrong values of one top-level field. */
const values = (field: string, ...all: readonly unknown[]): readonly WrongField[] =>
  all.map((value) => ({ path: field, put: { [field]: value } }));

const longText = canary.repeat(30);

const amount = values(
  'amount',
  undefined,
  null,
  12.34,
  '12.34',
  1234n,
  { minorUnits: 1234n, currency: 'USD' },
  Money.of(0n, 'USD'),
  Money.of(-1n, 'USD'),
);

const texts = (field: string): readonly WrongField[] => values(field, undefined, null, '', 17, longText, [canary]);
const optionalTexts = (field: string): readonly WrongField[] => values(field, '', 17, longText, [canary]);

const urls = (field: string): readonly WrongField[] =>
  values(field, canary, 17, '', `javascript:${canary}`, `https://user:${canary}@shop.example/`, `/${canary}`);

const references = (field: string): readonly WrongField[] =>
  values(field, undefined, null, '', 17, `${canary}/x`, '..');

const unknownField = wrong('amuont', { amuont: canary });

const person = (field: string): readonly WrongField[] => [
  ...values(field, canary, 17),
  ...wrong(`${field}.email`, { [field]: { email: canary } }),
  ...wrong(`${field}.ipAddress`, { [field]: { ipAddress: canary } }),
  ...wrong(`${field}.birthDate`, { [field]: { birthDate: canary } }),
  ...wrong(`${field}.reference`, { [field]: { reference: '' } }, { [field]: { reference: 17 } }),
  ...wrong(`${field}.metadata`, { [field]: { reference: 'c', metadata: { a: 17 } } }),
  ...wrong(`${field}.emial`, { [field]: { emial: canary } }),
];

const address = (field: string): readonly WrongField[] => [
  ...values(field, canary),
  ...wrong(`${field}.country`, { [field]: { country: canary } }),
  ...wrong(`${field}.city`, { [field]: { city: 17 } }),
];

const card = (field: string): readonly WrongField[] => [
  ...values(field, undefined, null, canary, { kind: canary }, {}),
  ...wrong(`${field}.card`, { [field]: { kind: 'card' } }, { [field]: { kind: 'card', card: canary } }),
  ...wrong(`${field}.card`, { [field]: { kind: 'card', card: { number: canary, expiryMonth: 1, expiryYear: 2030 } } }),
];

const token = (field: string): readonly WrongField[] =>
  wrong(`${field}.token`, { [field]: { kind: 'token', token: canary, usage: 'recurring', initiator: 'merchant' } });

const communication = [
  ...values('language', canary, 17),
  ...urls('webhookUrl'),
  ...values('metadata', canary, [canary], { a: 17 }, { a: { b: canary } }),
  ...values('testMode', canary, 1),
];

const payment: readonly WrongField[] = [
  ...amount,
  ...texts('description'),
  ...person('customer'),
  ...address('billingAddress'),
  ...optionalTexts('descriptor'),
  ...communication,
  ...urls('returnUrl'),
  ...wrong('browser.javaEnabled', { browser: { javaEnabled: canary } }),
  ...wrong('browser.colorDepth', { browser: { colorDepth: -1 } }, { browser: { colorDepth: 0.5 } }),
  ...wrong('threeDSecure.termUrl', { threeDSecure: { termUrl: canary } }),
  ...card('source'),
  ...unknownField,
];

const charge = [...payment, ...token('source'), ...wrong('storeCard.usage', { storeCard: { usage: [] } })];

const ofHold = [...references('authorization'), ...amount, ...unknownField];

/** Wrong values by port. Whatever else stands in the request is right. */
export const wrongFields: Readonly<Partial<Record<Port, readonly WrongField[]>>> = {
  charge,
  authorize: [...charge, ...values('partialCapture', canary, 1)],
  tokenize: [...payment, ...values('usage', undefined, [], canary, [canary]), ...values('onPayment', canary, true)],
  capture: ofHold,
  void: ofHold,
  refund: [...references('payment'), ...amount, ...texts('reason'), ...unknownField],
  payout: [
    ...amount,
    ...card('destination'),
    ...token('destination'),
    ...texts('description'),
    ...person('recipient'),
    ...address('recipientAddress'),
    ...communication,
    ...unknownField,
  ],
};
