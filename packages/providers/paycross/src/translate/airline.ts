import { text } from '@ducat/adapter-kit';
import { z } from 'zod';

/** One flight of a sold ticket. PayCross "Tokenization", `travel.airline.legs`. */
export interface AirlineLeg {
  /** IATA code of the airline, 2 characters: `B2`. */
  readonly airlineCode?: string;
  /** `O` or empty for a stop of more than 24 hours, `X` for a transit airport. */
  readonly stopOverCode?: 'O' | 'X' | '';
  /** `A3 971` */
  readonly flightNumber?: string;
  /** Local date and time: `2014-05-26T05:15:00`. */
  readonly departureDateTime?: string;
  readonly arrivalDateTime?: string;
  readonly originatingCountry?: string;
  readonly originatingCity?: string;
  /** IATA code, 3 characters: `DME`. */
  readonly originatingAirportCode?: string;
  readonly destinationCountry?: string;
  readonly destinationCity?: string;
  readonly destinationAirportCode?: string;
  /** Number of a discount coupon. */
  readonly coupon?: string;
  /** IATA class, 1 character: `C`. */
  readonly class?: string;
}

/** A sold airline ticket. PayCross "Tokenization", `travel.airline`. */
export interface Airline {
  /** IATA code of the agency: `03`. */
  readonly agencyCode?: string;
  readonly agencyName?: string;
  /** 14 digits, spaces allowed between the groups: `390 5241 025377 1`. */
  readonly ticketNumber?: string;
  readonly bookingNumber?: string;
  /** `0` when the ticket can be returned, `1` when it cannot. */
  readonly restrictedTicketIndicator?: '0' | '1';
  readonly legs?: readonly AirlineLeg[];
  readonly passengers?: readonly { readonly firstName?: string; readonly lastName?: string }[];
}

// `local` makes the Z optional instead of forbidding it.
const dateTime = z.iso
  .datetime({ local: true, precision: 0, error: 'must be a local date and time as YYYY-MM-DDTHH:MM:SS' })
  .regex(/\d$/, 'must be a local date and time as YYYY-MM-DDTHH:MM:SS');
const name = text(255).optional();
const airportCode = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be a 3-letter IATA code')
  .optional();

const leg = z.strictObject({
  airlineCode: z
    .string()
    .regex(/^[A-Z0-9]{2}$/, 'must be a 2-character IATA code')
    .optional(),
  stopOverCode: z.enum(['O', 'X', ''], 'must be O, X or empty').optional(),
  flightNumber: name,
  departureDateTime: dateTime.optional(),
  arrivalDateTime: dateTime.optional(),
  originatingCountry: name,
  originatingCity: name,
  originatingAirportCode: airportCode,
  destinationCountry: name,
  destinationCity: name,
  destinationAirportCode: airportCode,
  coupon: name,
  class: z
    .string()
    .regex(/^[A-Z]$/, 'must be a 1-letter IATA class')
    .optional(),
});

export const airlineLimits: z.ZodType = z.strictObject({
  agencyCode: name,
  agencyName: name,
  ticketNumber: z
    .string()
    .regex(/^\d(?: ?\d){13}$/, 'must have 14 digits')
    .optional(),
  bookingNumber: name,
  restrictedTicketIndicator: z.enum(['0', '1'], 'must be 0 (returnable) or 1').optional(),
  legs: z.array(leg).optional(),
  passengers: z.array(z.strictObject({ firstName: name, lastName: name })).optional(),
});

export function toWireAirline(airline: Airline): object {
  return {
    agency_code: airline.agencyCode,
    agency_name: airline.agencyName,
    ticket_number: airline.ticketNumber,
    booking_number: airline.bookingNumber,
    // The page spells it so.
    restricted_ticked_indicator: airline.restrictedTicketIndicator,
    legs: airline.legs?.map(toWireLeg),
    passengers: airline.passengers?.map(({ firstName, lastName }) => ({ first_name: firstName, last_name: lastName })),
  };
}

function toWireLeg(flight: AirlineLeg): object {
  return {
    airline_code: flight.airlineCode,
    stop_over_code: flight.stopOverCode,
    flight_number: flight.flightNumber,
    departure_date_time: flight.departureDateTime,
    arrival_date_time: flight.arrivalDateTime,
    originating_country: flight.originatingCountry,
    originating_city: flight.originatingCity,
    originating_airport_code: flight.originatingAirportCode,
    destination_country: flight.destinationCountry,
    destination_city: flight.destinationCity,
    destination_airport_code: flight.destinationAirportCode,
    coupon: flight.coupon,
    class: flight.class,
  };
}
