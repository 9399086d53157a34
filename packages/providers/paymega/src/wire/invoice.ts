import { identifier, readAs } from '@ducat/adapter-kit';
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
  readonly flow_data: Form & { readonly metadata: { readonly token?: Maybe<string> } };
  readonly payload: { readonly token?: Maybe<string>; readonly payment_card?: Maybe<PaymentCard> };
}

export interface PaymentCard {
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

const paymentCard = z.object({
  first: text,
  last: text,
  brand: text,
  network: text,
  expiry_year: text,
  expiry_month: text,
  issuer_name: text,
  issuer_country: text,
});

const invoice: z.ZodType<Invoice> = z.object({
  id: identifier,
  attributes: z.object({
    status: z.string().min(1),
    resolution: text,
    resolution_message: text,
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
    rrn: text,
    approval_code: text,
    updated: z.number().nullish(),
    flow_data: phpObject(z.object({ ...formFields, metadata: phpObject(z.object({ token: text })) })),
    payload: phpObject(z.object({ token: text, payment_card: phpObject(paymentCard) })),
  }),
});

const single = z.object({ data: invoice });
const list = z.object({ data: z.array(invoice) });
const callback = z.object({ data: z.intersection(z.object({ type: z.string() }), invoice) });

/** The invoice of an answer about one. */
export function readInvoice(value: unknown): Invoice {
  return readAs(single, value).data;
}

/** The invoices of an answer to a filter; empty when there is none. */
export function readInvoices(value: unknown): readonly Invoice[] {
  return readAs(list, value).data;
}

/** The invoice of a callback, with its resource type: `payment-invoices` or `payout-invoices`. */
export function readCallback(value: unknown): Invoice & { readonly type: string } {
  return readAs(callback, value).data;
}
