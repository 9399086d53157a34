import { identifier, readAs } from '@ducat/adapter-kit';
import { DucatError } from '@ducat/core';
import { z } from 'zod';
import type { Form } from './form.ts';
import { formFields } from './form.ts';
import { phpObject } from './php-object.ts';

type Maybe<T> = T | null | undefined;
/** Major units: a number or a decimal string. */
export type WireAmount = number | string;

/** The part of a payment invoice or payout invoice that this adapter reads. */
export interface Invoice {
  readonly id: string;
  readonly attributes: InvoiceAttributes;
}

export interface InvoiceAttributes {
  readonly status: string;
  readonly resolution?: Maybe<string>;
  readonly resolution_message?: Maybe<string>;
  readonly moderation_required?: Maybe<boolean>;
  readonly amount: WireAmount;
  readonly payment_amount?: Maybe<WireAmount>;
  readonly processed_amount?: Maybe<WireAmount>;
  readonly refunded_amount?: Maybe<WireAmount>;
  readonly currency: string;
  readonly reference_id?: Maybe<string>;
  readonly test_mode?: Maybe<boolean>;
  /** `charge` or `delayed_charge`; `flow` means something else in a response. */
  readonly payment_flow?: Maybe<string>;
  readonly hpp_url?: Maybe<string>;
  readonly rrn?: Maybe<string>;
  readonly approval_code?: Maybe<string>;
  /** Seconds since the epoch. */
  readonly updated?: Maybe<number>;
  /** `undefined` also where the items cannot be told apart: no page shows one. */
  readonly refunds?: readonly ListedRefund[] | undefined;
  readonly flow_data: Form & { readonly metadata: { readonly token?: Maybe<string> } };
  readonly payload: { readonly token?: Maybe<string>; readonly payment_card?: Maybe<PaymentCard> };
}

export interface ListedRefund {
  readonly reference_id: string;
  readonly amount: WireAmount;
  readonly status: string;
}

interface PaymentCard {
  readonly first?: Maybe<string>;
  readonly last?: Maybe<string>;
  readonly brand?: Maybe<string>;
  readonly network?: Maybe<string>;
  /** Two digits. */
  readonly expiry_year?: Maybe<string>;
  readonly expiry_month?: Maybe<string>;
  readonly issuer_name?: Maybe<string>;
  readonly issuer_country?: Maybe<string>;
}

const text = z.string().nullish();
const flag = z.boolean().nullish();
const amount = z.union([z.number(), z.string()]);
// Nothing is decided by these, so a surprise in one of them must not make the answer unreadable.
const remark = z.union([text, z.number().transform(String)]).catch(undefined);

const paymentCard: z.ZodType<PaymentCard> = z.object({
  first: remark,
  last: remark,
  brand: remark,
  network: remark,
  expiry_year: remark,
  expiry_month: remark,
  issuer_name: remark,
  issuer_country: remark,
});

const listedRefund: z.ZodType<ListedRefund> = z.object({
  reference_id: z.string().min(1),
  amount,
  status: z.string().min(1),
});

const invoice: z.ZodType<Invoice> = z.object({
  id: identifier,
  attributes: z.object({
    status: z.string().min(1),
    resolution: remark,
    resolution_message: remark,
    moderation_required: flag,
    amount,
    payment_amount: amount.nullish(),
    processed_amount: amount.nullish(),
    refunded_amount: amount.nullish(),
    currency: z.string(),
    reference_id: text,
    test_mode: flag,
    payment_flow: text,
    hpp_url: text,
    rrn: remark,
    approval_code: remark,
    updated: z.number().nullish().catch(undefined),
    // Of more of them than anybody makes, the sums tell enough.
    refunds: z.array(z.unknown()).max(100).pipe(z.array(listedRefund)).optional().catch(undefined),
    flow_data: phpObject(z.object({ ...formFields, metadata: phpObject(z.object({ token: text })) })),
    payload: phpObject(z.object({ token: text, payment_card: phpObject(paymentCard).optional().catch(undefined) })),
  }),
});

const single = z.object({ data: invoice });
// Where the filter is not understood this is a page of other invoices.
const list = z.object({ data: z.array(z.unknown()).max(100).pipe(z.array(invoice)) });
const invoiceType = z.enum(['payment-invoices', 'payment-invoice', 'payout-invoices', 'payout-invoice']);
const callback = z.object({ data: z.intersection(z.object({ type: invoiceType }), invoice) });

/** What an invoice brings that nobody may print: the bearer of its sale, a card token. */
export function secretsIn({ attributes }: Invoice): readonly string[] {
  return [attributes.flow_data.metadata.token, attributes.payload.token].filter((token) => typeof token === 'string');
}

/** The private API has one collection for each direction of money. */
export type Collection = '/payment-invoices' | '/payout-invoices';

/** The list of invoices with one reference. The brackets are encoded, as in any query. */
export function pathByReference(collection: Collection, reference: string): string {
  return `${collection}?filter%5Breference_id%5D=${encodeURIComponent(reference)}`;
}

/**
 * The invoice of an answer about one.
 * @throws DucatError `contradicting_response` when another one than the asked one came.
 */
export function readInvoice(value: unknown, id?: string): Invoice {
  const { data } = readAs(single, value);
  if (id === undefined || data.id === id) return data;
  throw new DucatError({
    code: 'contradicting_response',
    message: 'the answer is about another invoice',
    effect: 'possible',
  });
}

/** A reference names one invoice. */
const mostFound = 10;

/**
 * The invoices of an answer to a filter; empty when there is none.
 * @throws DucatError `contradicting_response` when there are some and all are others: the filter was not understood, so
 * the asked one may be on another page. Likewise when there are far more than can have one reference.
 */
export function readInvoices(value: unknown, reference: string): readonly Invoice[] {
  const { data } = readAs(list, value);
  const found = data.filter(({ attributes }) => attributes.reference_id === reference);
  if ((found.length > 0 || data.length === 0) && found.length <= mostFound) return found;
  const message = 'the list is not about the reference that was asked for';
  throw new DucatError({ code: 'contradicting_response', message, effect: 'possible' });
}

/** The invoice of a callback, with its resource type: `payment-invoices` or `payout-invoices`. */
export function readCallback(value: unknown): Invoice & { readonly type: string } {
  return readAs(callback, value).data;
}
