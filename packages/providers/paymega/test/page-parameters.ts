import { CardToken } from '@ducat/core';
import { money } from './shop.ts';

/** The requests of the three pages. */
export type PageRequest = 'invoice' | 'sale' | 'capture' | 'void';

/** A request parameter of the pages: what its home is set to, and what must then stand in its place on the wire. */
export interface PageParameter {
  /** The request, and the path in its attributes; `id` and `type` stand beside those. */
  readonly name: `${PageRequest}.${string}`;
  readonly value: unknown;
  readonly wire: unknown;
}

const parameter = (name: PageParameter['name'], wire: unknown, value: unknown = wire): PageParameter => ({
  name,
  wire,
  value,
});

const token = new CardToken({ provider: 'paymega', value: 'token-7', customerReference: 'customer-7' });

/** Every one that the adapter sends, in the order of the pages: host-to-host, tokens, two-step. */
export const sentParameters: readonly PageParameter[] = [
  parameter('invoice.reference_id', 'attempt-7'),
  parameter('invoice.description', 'Another hat'),
  parameter('invoice.currency', 'EUR', money('1', 'EUR')),
  parameter('invoice.amount', 7.77, money('7.77')),
  parameter('invoice.service', 'payment_card_usd_special'),
  parameter('invoice.return_url', 'https://shop.example/back'),
  parameter('invoice.callback_url', 'https://shop.example/callback'),
  parameter('sale.card_number', '4302912837020000'),
  parameter('sale.card_holder', 'John Doe'),
  parameter('sale.cvv', '9876'),
  parameter('sale.exp_month', '09', 9),
  parameter('sale.exp_year', '31', 2031),
  parameter('sale.browser_info.browser_accept_header', 'text/html'),
  parameter('sale.browser_info.browser_color_depth', '24', 24),
  parameter('sale.browser_info.browser_ip', '203.0.113.7'),
  parameter('sale.browser_info.browser_java_enabled', false),
  parameter('sale.browser_info.browser_language', 'uk-UA'),
  parameter('sale.browser_info.browser_screen_height', '1200', 1200),
  parameter('sale.browser_info.browser_screen_width', '1920', 1920),
  parameter('sale.browser_info.browser_tz', '-120', -120),
  parameter('sale.browser_info.browser_user_agent', 'Mozilla/5.0'),
  parameter('sale.browser_info.device_channel', '02'),
  parameter('sale.browser_info.window_height', '900', 900),
  parameter('sale.browser_info.window_width', '1600', 1600),
  parameter('invoice.test_mode', true),
  parameter('invoice.customer.reference_id', 'customer-7'),
  parameter('invoice.customer.name', 'Jane Roe'),
  parameter('invoice.customer.email', 'jane@example.com'),
  parameter('invoice.customer.phone', '+380987654321'),
  parameter('invoice.gateway_options.cardgate.tokenize', true, { usage: ['recurring'] }),
  parameter('invoice.token', 'token-7', token),
  parameter('invoice.gateway_options.cardgate.instant', true, 'merchant'),
  parameter('invoice.flow', 'delayed_charge'),
  parameter('invoice.customer.individual_tax_id', '1234567890'),
  parameter('invoice.customer.date_of_birth', '1990-12-31'),
  parameter('invoice.customer.metadata', { tier: 'gold' }),
  parameter('invoice.metadata', { cart: '7' }),
  parameter('invoice.return_urls.success', 'https://shop.example/success'),
  parameter('invoice.return_urls.fail', 'https://shop.example/fail'),
  parameter('invoice.return_urls.pending', 'https://shop.example/pending'),
  parameter('invoice.options.delayed_action', 'void'),
  parameter('invoice.options.delayed_action_delay', 90),
  parameter('invoice.options.allow_partially', true),
  parameter('capture.id', 'cpi_7'),
  parameter('capture.amount', '7.77', money('7.77')),
  parameter('void.id', 'cpi_7'),
];

/** Those that are always the same. */
export const constantParameters: readonly Omit<PageParameter, 'value'>[] = [
  { name: 'invoice.type', wire: 'payment-invoices' },
  { name: 'sale.type', wire: 'sale-operation' },
  { name: 'capture.type', wire: 'payment-invoices' },
  { name: 'void.type', wire: 'payment-invoices' },
];

/** Those that are on a page and never sent. */
export const unsentParameters: readonly PageParameter['name'][] = ['invoice.customer.meta_data', 'void.amount'];
