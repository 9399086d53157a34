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
  readonly tracking_id?: Maybe<string>;
  readonly parent_uid?: Maybe<string>;
  readonly test?: Maybe<boolean>;
  readonly message?: Maybe<string>;
  readonly code?: Maybe<string>;
  readonly friendly_message?: Maybe<string>;
  readonly redirect_url?: Maybe<string>;
  readonly updated_at?: Maybe<string>;
  readonly credit_card?: Maybe<TransactionCard>;
  /** The card of a payout. */
  readonly recipient_credit_card?: Maybe<TransactionCard>;
  /** The card in version 3 of the API. */
  readonly payment_method?: Maybe<TransactionCard>;
  readonly additional_data?: Maybe<{ readonly contract?: Maybe<readonly string[]> }>;
  readonly three_d_secure_verification?: Maybe<Verification>;
}

export interface TransactionCard {
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
  readonly pa_status?: Maybe<string>;
  readonly acs_url?: Maybe<string>;
  readonly pa_req?: Maybe<string>;
  readonly md?: Maybe<string>;
  readonly pa_res_url?: Maybe<string>;
}

const text = z.string().nullish();
// What decides nothing about money is dropped where it has another type: it must not make a success unreadable.
const remark = text.catch(undefined);
const number = z.int().nullish().catch(undefined);

const card = z
  .object({
    token: remark,
    brand: remark,
    bin: remark,
    last_4: remark,
    exp_month: number,
    exp_year: number,
    issuer_name: remark,
    issuer_country: remark,
  })
  .nullish()
  .catch(undefined);

const transaction: z.ZodType<Transaction> = z.object({
  uid: identifier,
  status: z.string().min(1),
  type: text,
  amount: z.int().nullish(),
  currency: text,
  tracking_id: text,
  parent_uid: text,
  test: z.boolean().nullish(),
  message: remark,
  code: remark,
  friendly_message: remark,
  redirect_url: remark,
  updated_at: remark,
  credit_card: card,
  recipient_credit_card: card,
  payment_method: card,
  additional_data: z
    .object({ contract: z.array(z.string()).nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
  three_d_secure_verification: z
    .object({ status: remark, pa_status: remark, acs_url: remark, pa_req: remark, md: remark, pa_res_url: remark })
    .nullish()
    .catch(undefined),
});

const envelope = z.object({ transaction });
// The page promises ten at most; a list that is longer than twice that is about something else.
const list = z.object({ transactions: z.array(z.unknown()).max(20).pipe(z.array(transaction)) });

/**
 * The transaction of a response or webhook, which stands in an envelope. Version 3 of the API has none and puts the
 * acquirer's section under the same name, without a uid.
 */
export function readTransaction(value: unknown): Transaction {
  const isFlat = typeof value === 'object' && value !== null && 'uid' in value;
  return isFlat ? readAs(transaction, value) : readAs(envelope, value).transaction;
}

/** The answer of a query by tracking id: newest first, at most ten, empty when there is none. */
export function readTransactions(value: unknown): readonly Transaction[] {
  return readAs(list, value).transactions;
}
