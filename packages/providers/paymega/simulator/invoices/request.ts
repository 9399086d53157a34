import type { ObjectReader, JsonRecord } from '../validation/object-reader.ts';
import { readAmount } from '../validation/amount.ts';
import { readCustomer } from '../validation/customer.ts';
import type { CustomerRequest } from '../validation/customer.ts';
import { readCurrency, readService } from '../validation/service.ts';
import type { Violations } from '../validation/violations.ts';
import type { AccountSettings } from '../settings.ts';
import { readCardgateOptions } from './cardgate-options.ts';
import type { CardgateOptions } from './cardgate-options.ts';
import { readDelayedOptions } from './delayed-options.ts';
import type { DelayedOptions } from './delayed-options.ts';
import { readReturnUrls } from './return-urls.ts';
import type { ReturnUrls } from './return-urls.ts';

type Flow = 'charge' | 'delayed_charge';

/** A create request that passed validation. */
export interface PaymentInvoiceRequest {
  readonly referenceId: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly service: string;
  readonly flow: Flow;
  readonly testMode: boolean;
  readonly description: string | undefined;
  readonly descriptor: string | undefined;
  readonly customer: CustomerRequest | undefined;
  readonly metadata: JsonRecord;
  readonly returnUrl: string | undefined;
  readonly returnUrls: ReturnUrls | undefined;
  readonly callbackUrl: string | undefined;
  readonly token: string | undefined;
  readonly cardgate: CardgateOptions;
  readonly delayed: DelayedOptions;
}

const names = [
  'reference_id',
  'service',
  'currency',
  'amount',
  'flow',
  'test_mode',
  'description',
  'descriptor',
  'customer',
  'metadata',
  'return_url',
  'return_urls',
  'callback_url',
  'token',
  'service_fields',
  'gateway_options',
  'options',
  'expires',
];

export function readPaymentInvoiceRequest(
  attributes: ObjectReader,
  violations: Violations,
  account: AccountSettings,
): PaymentInvoiceRequest {
  attributes.allowOnly(names);
  attributes.require('reference_id');
  const referenceId = attributes.text('reference_id');
  const currency = readCurrency(attributes, account.currencies);
  const service = readService(attributes, currency, '_hpp');
  const amount = readAmount(attributes, currency);
  const flow = attributes.choice('flow', ['charge', 'delayed_charge']) ?? 'charge';
  const customer = readCustomer(attributes);
  const token = attributes.text('token');
  const cardgate = readCardgateOptions(attributes, token);
  if ((token !== undefined || cardgate.tokenize) && !attributes.has('customer')) {
    attributes.reject('customer/reference_id', 'required', 'This value should not be blank.');
  }
  attributes.record('service_fields');
  attributes.integer('expires');
  const rest = {
    flow,
    customer,
    token,
    cardgate,
    delayed: readDelayedOptions(attributes, flow, account.delayedActionDelay),
    testMode: attributes.flag('test_mode') ?? false,
    description: attributes.text('description'),
    descriptor: attributes.text('descriptor'),
    metadata: attributes.record('metadata') ?? {},
    returnUrl: attributes.url('return_url'),
    returnUrls: readReturnUrls(attributes),
    callbackUrl: attributes.url('callback_url'),
  };
  violations.refuseIfAny();
  if (referenceId === undefined || currency === undefined || service === undefined || amount === undefined) {
    throw new Error('A required attribute is missing, yet nothing was found wrong');
  }
  return { ...rest, referenceId, currency, service, amount };
}
