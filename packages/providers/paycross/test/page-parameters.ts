import type { Money } from '@ducat/core';

import { card, money } from './requests.ts';

/** A request parameter of the page: what its home is set to, and what must then stand in its place on the wire. */
export interface PageParameter {
  readonly name: string;
  readonly value: unknown;
  readonly wire: unknown;
}

const airline = 'travel.airline';

function parameter(name: string, wire: unknown, value: unknown = wire): PageParameter {
  return { name, wire, value };
}

/** Every request parameter of the page "Tokenization", in its order. */
export const pageParameters: readonly PageParameter[] = [
  parameter('amount', 777, money('7.77') satisfies Money),
  parameter('currency', 'EUR', money('1.00', 'EUR')),
  parameter('description', 'Another hat'),
  parameter('tracking_id', 'reference-7'),
  parameter('duplicate_check', false),
  parameter('dynamic_billing_descriptor', 'HATS'),
  parameter('language', 'uk'),
  parameter('notification_url', 'https://shop.example/notification'),
  parameter('verification_url', 'https://shop.example/verification'),
  parameter('return_url', 'https://shop.example/back'),
  parameter('test', true),
  parameter(
    'credit_card',
    { number: '4005550000000019', exp_month: '05' },
    { kind: 'card', card: card('4005550000000019') },
  ),
  parameter('credit_card.number', '4012000000001097'),
  parameter('credit_card.verification_value', '9876'),
  parameter('credit_card.holder', 'Jane Roe'),
  parameter('credit_card.exp_month', '09', 9),
  parameter('credit_card.exp_year', '2031', 2031),
  parameter('credit_card.skip_three_d_secure_verification', true),
  parameter('credit_card.force_three_d_secure_verification', true),
  parameter('three_d_secure', { advanced: false }, { advancedThreeDSecure: false }),
  parameter('three_d_secure.advanced', true),
  parameter('additional_data', { receipt_text: ['One'] }, { receiptText: ['One'] }),
  parameter('additional_data.receipt_text', ['First line', 'Second line']),
  parameter('additional_data.contract', ['oneclick', 'credit']),
  parameter('customer', { ip: '203.0.113.9' }, { ipAddress: '203.0.113.9' }),
  parameter('customer.ip', '2001:db8::7'),
  parameter('customer.email', 'jane@example.com'),
  parameter('customer.device_id', 'device-7'),
  parameter('customer.birth_date', '1990-12-31'),
  parameter('billing_address', { zip: '1010' }, { postalCode: '1010' }),
  parameter('billing_address.first_name', 'Jane'),
  parameter('billing_address.last_name', 'Roe'),
  parameter('billing_address.country', 'UA'),
  parameter('billing_address.city', 'Kyiv'),
  parameter('billing_address.state', 'Kyivska oblast'),
  parameter('billing_address.zip', '01001'),
  parameter('billing_address.address', 'Khreshchatyk 1'),
  parameter('billing_address.phone', '+380441234567'),
  parameter('travel', { airline: { agency_code: '04' } }, { airline: { agencyCode: '04' } }),
  parameter('travel.airline', { agency_name: 'Tours' }, { agencyName: 'Tours' }),
  parameter(`${airline}.agency_code`, '03'),
  parameter(`${airline}.agency_name`, 'Coral travel'),
  parameter(`${airline}.ticket_number`, '390 5241 025377 1'),
  parameter(`${airline}.booking_number`, 'DKZVUA'),
  parameter(`${airline}.restricted_ticked_indicator`, '0'),
  parameter(`${airline}.legs`, [{ class: 'C' }, { class: 'Y' }]),
  parameter(`${airline}.legs[].airline_code`, 'B2'),
  parameter(`${airline}.legs[].stop_over_code`, ''),
  parameter(`${airline}.legs[].flight_number`, 'A3 971'),
  parameter(`${airline}.legs[].departure_date_time`, '2014-05-26T05:15:00'),
  parameter(`${airline}.legs[].arrival_date_time`, '2014-05-26T07:30:00'),
  parameter(`${airline}.legs[].originating_country`, 'RU'),
  parameter(`${airline}.legs[].originating_city`, 'Moscow'),
  parameter(`${airline}.legs[].originating_airport_code`, 'DME'),
  parameter(`${airline}.legs[].destination_country`, 'Greece'),
  parameter(`${airline}.legs[].destination_city`, 'Athens'),
  parameter(`${airline}.legs[].destination_airport_code`, 'ATH'),
  parameter(`${airline}.legs[].coupon`, 'SPRING'),
  parameter(`${airline}.legs[].class`, 'C'),
  parameter(`${airline}.passengers`, [{ first_name: 'KONSTANTIN' }], [{ firstName: 'KONSTANTIN' }]),
  parameter(`${airline}.passengers[].first_name`, 'KONSTANTIN'),
  parameter(`${airline}.passengers[].last_name`, 'IVANOV'),
];

/** Fields of the model that PayCross has no place for, with a value that would be found again. */
export const unsentFields: Readonly<Record<string, string | boolean | object>> = {
  'customer.reference': 'customer-canary',
  'customer.name': 'Canary Doe',
  'customer.metadata': { colour: 'canary' },
  'browser.deviceChannel': '03',
  'threeDSecure.termUrl': 'https://shop.example/canary',
  'source.initiator': 'merchant',
  partialCapture: true,
};
