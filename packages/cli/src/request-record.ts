import { currencyCodes, DucatError, Money } from '@ducat/core';
import type { AttemptResult, RoutingFacts } from '@ducat/router';
import { z } from 'zod';

/** A request as a line of a file says it, and what became of it if that is known. */
export interface ReadRequest {
  readonly facts: RoutingFacts;
  readonly result: AttemptResult | undefined;
}

const text = z.string('must be a text').min(1, 'must not be empty').max(512, 'must have at most 512 characters');
const texts = z.record(text, text, 'must be texts by name');
const word = <const Word extends string>(words: readonly Word[]): z.ZodType<Word> =>
  z.enum(words, `must be one of ${words.join(', ')}`);
const country = z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters, ISO 3166-1 alpha-2');
const usage = word(['recurring', 'oneclick', 'credit']);

/** What a line of a requests file may say; the README has it as a table. */
const schema = z
  .strictObject({
    key: text.optional(),
    at: z
      .union([z.int(), z.iso.datetime({ offset: true })], 'must be ISO 8601 with offset, or milliseconds since 1970')
      .optional(),
    operation: word(['charge', 'authorize', 'tokenize', 'payout']).optional(),
    amount: z.string("must be a decimal of major units, in JSON with quotes: '99.90'"),
    currency: z.enum(currencyCodes, 'must be an ISO 4217 code of a payable currency in upper case'),
    source: word(['card', 'token', 'hosted']).optional(),
    bin: z
      .string('must be a text of six digits')
      .regex(/^\d{6}$/, 'must be the first six digits of the card, and no more')
      .optional(),
    brand: z
      .string()
      .regex(/^[a-z0-9-]+$/, 'must be in lower case')
      .optional(),
    issuerCountry: country.optional(),
    billingCountry: country.optional(),
    issuedBy: text.optional(),
    usage: z.union([usage, z.array(usage)], 'must be of recurring, oneclick, credit').optional(),
    initiator: word(['customer', 'merchant']).optional(),
    storeCard: z.boolean('must be true or false').optional(),
    onPayment: word(['allow', 'refuse']).optional(),
    customer: z
      .strictObject({
        reference: text.optional(),
        email: text.optional(),
        phone: text.optional(),
        ipAddress: text.optional(),
        deviceId: text.optional(),
        metadata: texts.optional(),
      })
      .optional(),
    metadata: texts.optional(),
    provider: text.optional(),
    status: word(['approved', 'declined', 'not_sent', 'unknown', 'pending', 'action_required']).optional(),
  })
  .refine(({ source, issuedBy }) => (source === 'token') === (issuedBy !== undefined), {
    path: ['issuedBy'],
    message: 'names the provider that issued the token: required with the source token, and only there',
  })
  .refine(({ provider, status }) => (provider === undefined) === (status === undefined), {
    path: ['status'],
    message: 'goes with provider: who was asked, and what became of it',
  });

/** What is wrong with a line: the first wrong field. */
export interface WrongField {
  readonly path: string;
  readonly message: string;
}

/** Reads a line's value. `number` names requests that have no key, `now` dates those that have no time. */
export function readRequest(value: unknown, number: number, now: number): ReadRequest | WrongField {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return wrongField(parsed.error);
  const { data } = parsed;
  const amount = amountOf(data.amount, data.currency);
  if (amount === undefined)
    return { path: 'amount', message: `must be more than zero and have no more digits than ${data.currency}` };
  const at = typeof data.at === 'string' ? Date.parse(data.at) : (data.at ?? now);
  const facts: RoutingFacts = {
    operation: data.operation ?? 'charge',
    key: data.key ?? `request-${number}`,
    at,
    amount,
    currency: data.currency,
    source: data.source ?? 'card',
    card: { bin: data.bin, brand: data.brand, issuerCountry: data.issuerCountry },
    usage: data.usage === undefined ? [] : typeof data.usage === 'string' ? [data.usage] : data.usage,
    initiator: data.initiator,
    customer: data.customer,
    billingCountry: data.billingCountry,
    metadata: data.metadata,
    bindings: data.issuedBy === undefined ? [] : [{ kind: 'token', provider: data.issuedBy }],
    mayPayForToken: data.onPayment === 'allow',
    storesCard: data.storeCard === true,
  };
  const { provider, status } = data;
  return { facts, result: provider === undefined || status === undefined ? undefined : { provider, status, at } };
}

function amountOf(amount: string, currency: (typeof currencyCodes)[number]): Money | undefined {
  try {
    const money = Money.parse(amount, currency);
    return money.minorUnits > 0n ? money : undefined;
  } catch (error) {
    if (DucatError.is(error)) return undefined;
    throw error;
  }
}

// Names of fields only, never values: a file of requests may hold what nobody meant to put there.
function wrongField({ issues }: z.ZodError): WrongField {
  const issue = issues[0];
  if (issue === undefined) return { path: 'request', message: 'cannot be read' };
  if (issue.code === 'unrecognized_keys') {
    return {
      path: [...issue.path, nameOf(issue.keys[0] ?? '')].join('.'),
      message: 'is not a known field; check its spelling',
    };
  }
  return {
    path: issue.path.map(String).map(nameOf).join('.') || 'request',
    message: issue.path.length === 0 ? 'must be an object' : issue.message,
  };
}

function nameOf(field: string): string {
  return /\d{6}/.test(field) ? 'a field' : field;
}
