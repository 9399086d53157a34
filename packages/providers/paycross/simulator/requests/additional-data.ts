import { processingCode } from './formats.ts';
import type { Rule } from './place.ts';
import { anything, flag, integer, list, object, oneOf, text } from './rules.ts';

const cardOnFile: Rule = object({
  initiator: oneOf('merchant', 'customer'),
  type: oneOf('delayed_charge', 'increment', 'resubmission', 'reauthorization', 'no_show'),
});

const browser: Rule = object({
  accept_header: text(),
  screen_width: integer,
  screen_height: integer,
  screen_color_depth: integer,
  window_width: integer,
  window_height: integer,
  language: text(),
  java_enabled: flag,
  user_agent: text(),
  time_zone: integer,
  time_zone_name: text(),
});

const document: Rule = object({
  type: text(),
  issuer: text(),
  series: text(),
  number: text(),
  issued_at: text(),
  valid_until: text(),
});

export const additionalData: Rule = object({
  receipt_text: list(text()),
  contract: list(oneOf('recurring', 'oneclick', 'credit', 'card_on_file')),
  card_on_file: cardOnFile,
  browser,
  document,
  expected_bank_code: processingCode,
  // Sections other brands of the platform document; their content is the merchant's own.
  meta: anything,
  fiscalization: anything,
  platform_data: anything,
  integration_data: anything,
  avs_cvc_verification: anything,
});
