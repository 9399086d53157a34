import type { Issue } from '../errors/ducat-error.ts';
import { DucatError } from '../errors/ducat-error.ts';
import { showInInspect } from './inspect.ts';
import { Secret } from './secret.ts';

/** Card data as the shopper typed it. Plain strings: build a `Card` at once and let go of this. */
export interface CardData {
  /** 12 to 19 digits; spaces and dashes between groups are taken out. */
  readonly number: string;
  /** 1 to 12. */
  readonly expiryMonth: number;
  /** Four digits, for example 2031. Whether the card has expired is for the issuer to say. */
  readonly expiryYear: number;
  /** The name as it is on the card. */
  readonly holder?: string;
  /** CVV, CVC or CID: 3 or 4 digits. Never stored anywhere by this library. */
  readonly securityCode?: string;
}

/**
 * A payment card whose number and security code have no printable form: everything that prints, serialises, clones or
 * spreads it shows the first six and last four digits at most, and hides four at least.
 */
export class Card {
  readonly #number: Secret;
  readonly #securityCode: Secret | undefined;
  readonly #data: { readonly month: number; readonly year: number; readonly holder: string | undefined };
  readonly #masked: string;
  readonly #firstSix: string;

  /** @throws DucatError `invalid_request` with one issue per wrong field; no money may have moved. */
  constructor(given: CardData) {
    // A body without a card is the shopper's mistake, and to be told like any other.
    const data: CardData = (given as CardData | null | undefined) ?? { number: '', expiryMonth: 0, expiryYear: 0 };
    const digits = typeof data.number === 'string' ? data.number.replace(/[ -]/g, '') : '';
    const issues = problems(data, digits);
    if (issues.length > 0) {
      const message = issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
      throw new DucatError({ code: 'invalid_request', message, effect: 'none', issues });
    }
    this.#firstSix = digits.slice(0, 6);
    this.#masked = masked(digits);
    this.#number = new Secret(digits, this.#masked);
    this.#securityCode = data.securityCode === undefined ? undefined : new Secret(data.securityCode);
    this.#data = { month: data.expiryMonth, year: data.expiryYear, holder: data.holder };
  }

  /** The number; prints as first six and last four. */
  get number(): Secret {
    return this.#number;
  }

  /** CVV, CVC or CID; prints as a mask. */
  get securityCode(): Secret | undefined {
    return this.#securityCode;
  }

  /** 1 to 12. */
  get expiryMonth(): number {
    return this.#data.month;
  }

  /** Four digits. */
  get expiryYear(): number {
    return this.#data.year;
  }

  get holder(): string | undefined {
    return this.#data.holder;
  }

  /** The first six digits (BIN), by which issuer and brand are found. */
  get firstSix(): string {
    return this.#firstSix;
  }

  toString(): string {
    return this.#masked;
  }

  toJSON(): { number: string; expiryMonth: number; expiryYear: number } {
    return { number: this.#masked, expiryMonth: this.#data.month, expiryYear: this.#data.year };
  }

  static {
    showInInspect(this, (card) => `Card ${card.#masked}`);
  }
}

function problems(data: CardData, digits: string): Issue[] {
  const issues: Issue[] = [];
  const check = (holds: boolean, path: string, message: string): void => {
    if (!holds) issues.push({ path, message });
  };
  check(/^\d{12,19}$/.test(digits), 'card.number', 'must have 12 to 19 digits');
  check(issues.length > 0 || passesLuhn(digits), 'card.number', 'is mistyped: its check digit does not fit');
  check(isWithin(data.expiryMonth, 1, 12), 'card.expiryMonth', 'must be an integer from 1 to 12');
  check(isWithin(data.expiryYear, 2000, 2099), 'card.expiryYear', 'must be a year of four digits, for example 2031');
  check(data.holder === undefined || isName(data.holder), 'card.holder', 'must be a name, without runs of digits');
  const code = data.securityCode;
  check(
    code === undefined || (typeof code === 'string' && /^\d{3,4}$/.test(code)),
    'card.securityCode',
    'must have 3 or 4 digits',
  );
  return issues;
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

// Shoppers do type the card number into the name field, grouped in any way; a name that holds one would be printed.
function isName(holder: string): boolean {
  return typeof holder === 'string' && holder.trim() !== '' && !/(?:\p{Nd}\P{L}*){6}/u.test(holder);
}

// First six and last four would leave two digits of a number of twelve, one of them computable: four stay hidden.
function masked(digits: string): string {
  const last = Math.min(4, digits.length - 10);
  return digits.slice(0, 6) + '*'.repeat(digits.length - 6 - last) + digits.slice(-last);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let position = 0; position < digits.length; position += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - position) - 48;
    const doubled = position % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
