import type { Browser, PaymentDetails } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { payFor } from '../../deed/payment.ts';
import { sentBy } from '../../deed/sent.ts';
import { assertDucatError } from '../../deed/shape.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

const group = 'sending';

/** What stands in the requests of a payment with these details. No two are of one amount, or one would be a repeat. */
function sentWith(stage: Stage, details: Partial<PaymentDetails>): Promise<ReadonlyMap<string, unknown>> {
  const order = stage.order(`${stage.front.seen.length + 10}.00`);
  return sentBy(stage, () => payFor(stage, { ...order, ...details, source: stage.source() }, stage.attempt()));
}

const known: Browser = { acceptHeader: 'text/html', userAgent: 'Mozilla/5.0', language: 'en-US', screenWidth: 1920 };

/** A value that careless code takes for one that is missing, beside one that it does not. */
const falsy: readonly (readonly [plain: Browser, falsy: Browser])[] = [
  [{ javaEnabled: true }, { javaEnabled: false }],
  [{ timeZoneOffset: -120 }, { timeZoneOffset: 0 }],
];

const addresses = [
  'https://shop.example/hook?order=7&token=a%2Fb%3D&empty=',
  'https://shop.example/hook?one+two=%C3%BC',
  'https://shop.example/?',
];

/** Where a provider has a place for what the merchant says, it stands there as it was said. */
export const details: readonly ContractPromise[] = [
  {
    group,
    name: 'of the shopper’s browser a no and a zero are sent like a yes and any other number (defect 51)',
    ports: [paying],
    abilities: [],
    async keep(stage) {
      const without = await sentWith(stage, { browser: known });
      for (const [plain, no] of falsy) {
        const sent = await sentWith(stage, { browser: { ...known, ...plain } });
        const sentNo = await sentWith(stage, { browser: { ...known, ...no } });
        for (const place of [...sent.keys()].filter((at) => !without.has(at))) {
          assert(sentNo.has(place), `${JSON.stringify(no)} is missing at ${place}`);
          assert.notEqual(String(sentNo.get(place)), String(sent.get(place)), place);
        }
      }
    },
  },
  {
    group,
    name: 'an address of the merchant that has a query is sent as it is, or refused before anything is sent (defect 59)',
    ports: [paying],
    abilities: [],
    async keep(stage) {
      const plain = 'https://shop.example/plain';
      for (const field of ['webhookUrl', 'returnUrl'] as const) {
        const sent = await sentWith(stage, { [field]: plain });
        const places = [...sent.keys()].filter((place) => sent.get(place) === plain);
        for (const address of addresses) await keepSent(stage, field, address, places);
      }
    },
  },
];

async function keepSent(
  stage: Stage,
  field: 'webhookUrl' | 'returnUrl',
  address: string,
  places: readonly string[],
): Promise<void> {
  const before = stage.front.seen.length;
  let sent: ReadonlyMap<string, unknown>;
  try {
    sent = await sentWith(stage, { [field]: address });
  } catch (thrown) {
    assert.equal(assertDucatError(thrown).code, 'invalid_request');
    return assert.equal(stage.front.seen.length, before, 'a request was sent');
  }
  for (const place of places) assert.equal(sent.get(place), address, `${field} at ${place}`);
}
