import { identifier, readAs } from '@ducat/adapter-kit';
import { z } from 'zod';

type Maybe<T> = T | null | undefined;

/** The part of PayCross's transaction that this adapter reads. Nothing but uid and status is always there. */
export interface Transaction {
  readonly uid: string;
  readonly status: string;
  readonly type?: Maybe<string>;
  /** Integer of minor units. */
  readonly amount?: Maybe<number>;
  readonly currency?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly code?: Maybe<string>;
  readonly friendly_message?: Maybe<string>;
  readonly tracking_id?: Maybe<string>;
  readonly parent_uid?: Maybe<string>;
  readonly test?: Maybe<boolean>;
  readonly redirect_url?: Maybe<string>;
  readonly updated_at?: Maybe<string>;
  readonly credit_card?: Maybe<TransactionCard>;
  readonly three_d_secure_verification?: Maybe<Verification>;
}

interface TransactionCard {
  readonly token?: Maybe<string>;
  readonly brand?: Maybe<string>;
  readonly bin?: Maybe<string>;
  readonly last_4?: Maybe<string>;
  readonly exp_month?: Maybe<number>;
  readonly exp_year?: Maybe<number>;
  readonly issuer_name?: Maybe<string>;
  readonly issuer_country?: Maybe<string>;
}

/** `pa_req`, `md` and `acs_url` are there in 3-D Secure 1 only. */
interface Verification {
  readonly status?: Maybe<string>;
  readonly acs_url?: Maybe<string>;
  readonly pa_req?: Maybe<string>;
  readonly md?: Maybe<string>;
  readonly pa_res_url?: Maybe<string>;
}

const text = z.string().nullish();

const transaction: z.ZodType<Transaction> = z.object({
  uid: identifier,
  status: z.string().min(1),
  type: text,
  amount: z.int().nullish(),
  currency: text,
  message: text,
  code: text,
  friendly_message: text,
  tracking_id: text,
  parent_uid: identifier.nullish(),
  test: z.boolean().nullish(),
  redirect_url: text,
  updated_at: text,
  credit_card: z
    .object({
      token: text,
      brand: text,
      bin: text,
      last_4: text,
      exp_month: z.int().nullish(),
      exp_year: z.int().nullish(),
      issuer_name: text,
      issuer_country: text,
    })
    .nullish(),
  three_d_secure_verification: z.object({ status: text, acs_url: text, pa_req: text, md: text, pa_res_url: text }).nullish(),
});

const envelope = z.object({ transaction });
const list = z.object({ transactions: z.array(transaction) });

/**
 * The transaction of a response or webhook, which stands in an envelope. Version 3 of the API has none and puts the
 * acquirer's section under the same name, without a uid.
 */
export function readTransaction(value: unknown): Transaction {
  const result = envelope.safeParse(value);
  if (result.success) return result.data.transaction;
  const isFlat = typeof value === 'object' && value !== null && 'uid' in value;
  return isFlat ? readAs(transaction, value) : readAs(envelope, value).transaction;
}

/** The answer of a query by tracking id: newest first, at most ten, empty when there is none. */
export function readTransactions(value: unknown): readonly Transaction[] {
  return readAs(list, value).transactions;
}
