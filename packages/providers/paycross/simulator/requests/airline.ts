import { localTime } from './formats.ts';
import type { Rule } from './place.ts';
import { list, matching, object, oneOf, pattern, text } from './rules.ts';

const airportCode: Rule = pattern(/^[A-Z]{3}$/);

const leg: Rule = object({
  airline_code: pattern(/^[A-Z0-9]{2}$/),
  stop_over_code: oneOf('O', 'X', ''),
  flight_number: text(),
  departure_date_time: localTime,
  arrival_date_time: localTime,
  // The page's own examples give a code for one country and a name for the other.
  originating_country: text(),
  originating_city: text(),
  originating_airport_code: airportCode,
  destination_country: text(),
  destination_city: text(),
  destination_airport_code: airportCode,
  coupon: text(),
  class: pattern(/^[A-Z]$/),
});

/** PayCross docs: tokenization page, the travel section. */
export const travel: Rule = object({
  airline: object({
    agency_code: text(),
    agency_name: text(),
    // Fourteen digits; the page writes them in groups.
    ticket_number: matching((value) => /^\d{14}$/.test(value.replaceAll(' ', ''))),
    booking_number: text(),
    // The page spells it "ticked".
    restricted_ticked_indicator: oneOf('0', '1'),
    legs: list(leg),
    passengers: list(object({ first_name: text(), last_name: text() })),
  }),
});
