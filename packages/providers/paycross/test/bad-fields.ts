import type { ChargeRequest } from '@ducat/core';
import { Money } from '@ducat/core';
import { card, money } from './requests.ts';

export const x = (length: number): string => 'x'.repeat(length);
export const holder = (length: number): ChargeRequest['source'] => ({
  kind: 'card',
  card: card(undefined, { holder: x(length) }),
});
export const own = (value: object): object => ({ providerOptions: { paycross: value } });
const airline = (value: object): object => own({ travel: { airline: value } });
const leg = (value: object): object => airline({ legs: [value] });
const us = (value: object): object => ({ billingAddress: { country: 'US', ...value } });

interface BadField {
  readonly path: string;
  readonly wrong: object;
  readonly right: object | undefined;
}

/** Changes of a charge, the path that the error must name, and where the page has a limit the nearest good value. */
const table: readonly (readonly [path: string, wrong: object, right?: object])[] = [
  ['amount', { amount: 10 }],
  ['amount', { amount: Money.of(0n, 'USD') }],
  ['amount', { amount: Money.of(-1n, 'USD') }],
  ['amount', { amount: Money.of(2n ** 53n, 'USD') }, { amount: Money.of(2n ** 53n - 1n, 'USD') }],
  ['description', { description: '' }],
  ['description', { description: undefined }],
  ['description', { description: x(256) }, { description: x(255) }],
  ['source', { source: undefined }],
  ['source.kind', { source: { kind: 'cash' } }],
  ['source.card', { source: { kind: 'card', card: { number: '4200000000000000' } } }],
  ['source.card.holder', { source: holder(36) }, { source: holder(35) }],
  ['billingAddress.firstName', us({ firstName: x(31) }), us({ firstName: x(30) })],
  ['billingAddress.lastName', us({ lastName: x(31) }), us({ lastName: x(30) })],
  ['billingAddress.city', us({ city: x(61) }), us({ city: x(60) })],
  ['billingAddress.line', us({ line: x(256) }), us({ line: x(255) })],
  ['billingAddress.phone', us({ phone: x(101) }), us({ phone: x(100) })],
  ['billingAddress.state', us({ state: 'Colorado' }), us({ state: 'CO' })],
  ['billingAddress.state', us({ state: 'co' })],
  [
    'billingAddress.state',
    { billingAddress: { country: 'CA', state: 'Q1' } },
    { billingAddress: { country: 'CA', state: 'QC' } },
  ],
  ['billingAddress.postalCode', us({ postalCode: '9600' }), us({ postalCode: '96002' })],
  ['billingAddress.postalCode', us({ postalCode: '96002-12' }), us({ postalCode: '96002-1234' })],
  ['billingAddress.postalCode', us({ postalCode: '960021234' })],
  ['billingAddress.country', { billingAddress: { country: 'USA' } }, { billingAddress: { country: 'US' } }],
  ['billingAddress.country', { billingAddress: { country: 'us' } }],
  ['billingAddress.zip', { billingAddress: { zip: '96002' } }],
  ['customer.phone', { customer: { phone: x(101) } }, { customer: { phone: x(100) } }],
  ['customer.email', { customer: { email: 'nobody' } }, { customer: { email: 'a@example.com' } }],
  ['customer.ipAddress', { customer: { ipAddress: '1.2.3' } }, { customer: { ipAddress: '2001:db8::1' } }],
  ['customer.birthDate', { customer: { birthDate: '31.12.1990' } }, { customer: { birthDate: '1990-12-31' } }],
  ['customer.birthDate', { customer: { birthDate: '1990-02-30' } }],
  ['language', { language: 'english' }, { language: 'en' }],
  ['returnUrl', { returnUrl: '/return' }, { returnUrl: 'https://shop.example/return' }],
  ['webhookUrl', { webhookUrl: 'ftp://shop.example' }],
  ['testMode', { testMode: 'yes' }],
  ['storeCard.usage', { storeCard: { usage: [] } }, { storeCard: { usage: ['oneclick'] } }],
  ['storeCard.usage.0', { storeCard: { usage: ['card_on_file'] } }],
  ['providerOptions.paycross.verificationUrl', own({ verificationUrl: 'shop.example' })],
  ['providerOptions.paycross.duplicateCheck', own({ duplicateCheck: 'no' }), own({ duplicateCheck: false })],
  ['providerOptions.paycross.skipThreeDSecure', own({ skipThreeDSecure: 1 })],
  ['providerOptions.paycross.forceThreeDSecure', own({ forceThreeDSecure: 1 })],
  ['providerOptions.paycross.advancedThreeDSecure', own({ advancedThreeDSecure: 1 })],
  ['providerOptions.paycross.receiptText', own({ receiptText: 'one line' }), own({ receiptText: ['one line'] })],
  [
    'providerOptions.paycross.expiredAt',
    own({ expiredAt: '2026-12-01T10:00:00' }),
    own({ expiredAt: '2026-12-01T10:00:00+02:00' }),
  ],
  ['providerOptions.paycross.expiresAt', own({ expiresAt: '2026-12-01T10:00:00Z' })],
  [
    'providerOptions.paycross.travel.airline.ticketNumber',
    airline({ ticketNumber: '390 5241 025377' }),
    airline({ ticketNumber: '390 5241 025377 1' }),
  ],
  [
    'providerOptions.paycross.travel.airline.ticketNumber',
    airline({ ticketNumber: '390  5241025377 1' }),
    airline({ ticketNumber: '39052410253771' }),
  ],
  [
    'providerOptions.paycross.travel.airline.restrictedTicketIndicator',
    airline({ restrictedTicketIndicator: 'yes' }),
    airline({ restrictedTicketIndicator: '0' }),
  ],
  [
    'providerOptions.paycross.travel.airline.legs.0.airlineCode',
    leg({ airlineCode: 'B2B' }),
    leg({ airlineCode: 'B2' }),
  ],
  [
    'providerOptions.paycross.travel.airline.legs.0.stopOverCode',
    leg({ stopOverCode: 'Y' }),
    leg({ stopOverCode: '' }),
  ],
  [
    'providerOptions.paycross.travel.airline.legs.0.departureDateTime',
    leg({ departureDateTime: '2014-05-26' }),
    leg({ departureDateTime: '2014-05-26T05:15:00' }),
  ],
  ['providerOptions.paycross.travel.airline.legs.0.departureDateTime', leg({ departureDateTime: '2014-05-26T05:15' })],
  ['providerOptions.paycross.travel.airline.legs.0.arrivalDateTime', leg({ arrivalDateTime: '2014-05-26T07:30:00Z' })],
  ['providerOptions.paycross.travel.airline.legs.0.arrivalDateTime', leg({ arrivalDateTime: '2014-02-30T07:30:00' })],
  ['providerOptions.paycross.travel.airline.legs.0.arrivalDateTime', leg({ arrivalDateTime: '2014-05-26T07:30:00.5' })],
  [
    'providerOptions.paycross.travel.airline.legs.0.originatingAirportCode',
    leg({ originatingAirportCode: 'DMED' }),
    leg({ originatingAirportCode: 'DME' }),
  ],
  [
    'providerOptions.paycross.travel.airline.legs.0.destinationAirportCode',
    leg({ destinationAirportCode: 'at' }),
    leg({ destinationAirportCode: 'ATH' }),
  ],
  ['providerOptions.paycross.travel.airline.legs.0.class', leg({ class: 'CC' }), leg({ class: 'C' })],
  ['providerOptions.paycross.travel.airline.legs.0.gate', leg({ gate: '7' })],
  ['providerOptions.paycross.travel.airline.passengers.0.name', airline({ passengers: [{ name: 'IVANOV' }] })],
  ['amout', { amout: money('1.00') }],
];

export const badFields: readonly BadField[] = table.map(([path, wrong, right]) => ({ path, wrong, right }));
