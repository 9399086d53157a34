import type { AccountSettings } from '../settings.ts';
import { readAmount } from '../validation/amount.ts';
import { readCustomer } from '../validation/customer.ts';
import type { CustomerRequest } from '../validation/customer.ts';
import type { JsonRecord, ObjectReader } from '../validation/object-reader.ts';
import { readCurrency, readService } from '../validation/service.ts';
import type { Violations } from '../validation/violations.ts';

/** Where the money goes; a card number wins over a token. */
interface PayoutDestination {
  readonly cardNumber: string | undefined;
  readonly token: string | undefined;
  readonly holder: string | undefined;
  readonly expiryMonth: string | undefined;
  readonly expiryYear: string | undefined;
}

export interface PayoutRequest {
  readonly referenceId: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly service: string;
  readonly testMode: boolean;
  readonly description: string | undefined;
  readonly customer: CustomerRequest | undefined;
  readonly metadata: JsonRecord;
  readonly callbackUrl: string | undefined;
  readonly autoProcess: boolean;
  readonly destination: PayoutDestination;
}

const names = [
  'reference_id',
  'service',
  'currency',
  'amount',
  'description',
  'test_mode',
  'fields',
  'context',
  'customer',
  'metadata',
  'options',
  'callback_url',
];

function readDestination(attributes: ObjectReader): PayoutDestination {
  attributes.require('fields');
  const fields = attributes.object('fields');
  fields?.allowOnly(['card_number', 'token']);
  const cardNumber = fields?.pattern('card_number', /^\d{12,19}$/);
  const token = fields?.text('token');
  if (token === undefined && fields !== undefined) fields.require('card_number');
  const context = attributes.object('context');
  context?.allowOnly(['card']);
  const card = context?.object('card');
  card?.allowOnly(['card_holder', 'exp_month', 'exp_year']);
  return {
    cardNumber,
    token,
    holder: card?.text('card_holder'),
    expiryMonth: card?.pattern('exp_month', /^(?:0[1-9]|1[0-2])$/),
    expiryYear: card?.pattern('exp_year', /^\d{2}$/),
  };
}

function readAutoProcess(attributes: ObjectReader): boolean {
  const options = attributes.object('options');
  options?.allowOnly(['allow_partially', 'auto_process']);
  options?.flag('allow_partially');
  return options?.flag('auto_process') ?? true;
}

export function readPayoutRequest(
  attributes: ObjectReader,
  violations: Violations,
  account: AccountSettings,
): PayoutRequest {
  attributes.allowOnly(names);
  attributes.require('reference_id');
  const referenceId = attributes.text('reference_id');
  const currency = readCurrency(attributes, account.currencies);
  const service = readService(attributes, currency, '');
  const amount = readAmount(attributes, currency);
  const rest = {
    destination: readDestination(attributes),
    customer: readCustomer(attributes),
    testMode: attributes.flag('test_mode') ?? false,
    description: attributes.text('description'),
    metadata: attributes.record('metadata') ?? {},
    callbackUrl: attributes.url('callback_url'),
    autoProcess: readAutoProcess(attributes),
  };
  violations.refuseIfAny();
  if (referenceId === undefined || currency === undefined || service === undefined || amount === undefined) {
    throw new Error('A required attribute is missing, yet nothing was found wrong');
  }
  return { ...rest, referenceId, currency, service, amount };
}
