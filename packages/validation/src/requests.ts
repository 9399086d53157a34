import { z } from 'zod';
import {
  amount,
  card,
  cardToken,
  count,
  countryCode,
  emailAddress,
  flag,
  ipAddress,
  isoDate,
  languageCode,
  metadata,
  providerOptions,
  secret,
  text,
  webUrl,
} from './fields.ts';

const usage = z.enum(['recurring', 'oneclick', 'credit'], 'must be recurring, oneclick or credit');
const usages = z.array(usage, 'must be an array of usages').min(1, 'must name at least one usage');
const storeCard = z.strictObject({ usage: usages });

const cardSource = z.strictObject({ kind: z.literal('card'), card });
const tokenSource = z.strictObject({
  kind: z.literal('token'),
  token: cardToken,
  usage,
  initiator: z.enum(['customer', 'merchant'], 'must be customer or merchant'),
  securityCode: secret.optional(),
});
const hostedSource = z.strictObject({ kind: z.literal('hosted') });

const kindMessage = 'must be an object with kind: card, token or hosted';
const anySource = z.discriminatedUnion('kind', [cardSource, tokenSource, hostedSource], kindMessage);

const customer = z.strictObject({
  reference: text(255).optional(),
  name: text(255).optional(),
  email: emailAddress.optional(),
  phone: text(100).optional(),
  ipAddress: ipAddress.optional(),
  deviceId: text(255).optional(),
  birthDate: isoDate.optional(),
  metadata: metadata.optional(),
});

export const address: z.ZodObject = z.strictObject({
  firstName: text(255).optional(),
  lastName: text(255).optional(),
  country: countryCode.optional(),
  state: text(255).optional(),
  city: text(255).optional(),
  line: text(255).optional(),
  postalCode: text(20).optional(),
  phone: text(100).optional(),
});

const browser = z.strictObject({
  acceptHeader: text(2048).optional(),
  userAgent: text(2048).optional(),
  language: text(8).optional(),
  javaEnabled: flag.optional(),
  colorDepth: count.optional(),
  screenWidth: count.optional(),
  screenHeight: count.optional(),
  windowWidth: count.optional(),
  windowHeight: count.optional(),
  timeZoneOffset: z.int('must be an integer of minutes').min(-840).max(840).optional(),
  timeZoneName: text(64).optional(),
  deviceChannel: z.enum(['01', '02', '03'], 'must be 01, 02 or 03').optional(),
});

const paymentDetails = z.strictObject({
  amount,
  description: text(255),
  customer: customer.optional(),
  billingAddress: address.optional(),
  descriptor: text(255).optional(),
  language: languageCode.optional(),
  browser: browser.optional(),
  returnUrl: webUrl.optional(),
  webhookUrl: webUrl.optional(),
  threeDSecure: z.strictObject({ termUrl: webUrl.optional() }).optional(),
  metadata: metadata.optional(),
  testMode: flag.optional(),
  providerOptions: providerOptions.optional(),
});

export const chargeRequest: z.ZodObject = paymentDetails.extend({ source: anySource, storeCard: storeCard.optional() });

export const authorizeRequest: z.ZodObject = chargeRequest.extend({ partialCapture: flag.optional() });

export const tokenizeRequest: z.ZodObject = paymentDetails.extend({
  source: z.discriminatedUnion('kind', [cardSource, hostedSource], 'must be an object with kind: card or hosted'),
  usage: usages,
  onPayment: z.enum(['refuse', 'allow'], 'must be refuse or allow').optional(),
});

export const payoutRequest: z.ZodObject = z.strictObject({
  amount,
  destination: z.discriminatedUnion('kind', [cardSource, tokenSource], 'must be an object with kind: card or token'),
  description: text(255),
  recipient: customer.optional(),
  recipientAddress: address.optional(),
  language: languageCode.optional(),
  webhookUrl: webUrl.optional(),
  metadata: metadata.optional(),
  testMode: flag.optional(),
  providerOptions: providerOptions.optional(),
});

/** What a shopper's browser brought from the issuer's page, as it was received. */
export const challengeAnswer: z.ZodObject = z.strictObject({
  method: z.enum(['GET', 'POST'], 'must be GET or POST'),
  query: z
    .string('must be the query as received')
    .max(65_536, 'must be at most 65536 characters')
    .regex(/^[!-~]*$/, 'must be the query as received, still encoded')
    .optional(),
  body: z.string('must be the body as received').max(65_536, 'must be at most 65536 characters').optional(),
});
