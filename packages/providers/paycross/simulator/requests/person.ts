import { calendarDate, country, emailAddress, ipAddress } from './formats.ts';
import { isJsonObject, textOf } from './json-object.ts';
import type { Rule } from './place.ts';
import { object, text } from './rules.ts';

const byCountry: Rule = (value, place) => {
  if (!isJsonObject(value)) return;
  const inCountry = textOf(value, 'country');
  const state = textOf(value, 'state');
  const zip = textOf(value, 'zip');
  if (state !== undefined && (inCountry === 'US' || inCountry === 'CA') && !/^[A-Z]{2}$/.test(state)) {
    place.inside('state').report('must be a two-letter abbreviation');
  }
  if (zip !== undefined && inCountry === 'US' && !/^\d{5}(?:-\d{4})?$/.test(zip)) {
    place.inside('zip').report('must look like NNNNN or NNNNN-NNNN');
  }
};

export const billingAddress: Rule = object(
  {
    first_name: text(30),
    last_name: text(30),
    country,
    city: text(60),
    state: text(),
    zip: text(),
    address: text(255),
    phone: text(100),
  },
  byCountry,
);

export const customer: Rule = object({
  ip: ipAddress,
  email: emailAddress,
  device_id: text(),
  birth_date: calendarDate,
});
