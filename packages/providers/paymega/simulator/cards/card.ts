export interface Card {
  readonly number: string;
  readonly holder: string;
  /** Two digits each, as the card gate takes them. */
  readonly expiryMonth: string;
  readonly expiryYear: string;
}

export type Network = 'visa' | 'mastercard' | 'maestro' | 'amex' | 'unknown';

export function networkOf(number: string): Network {
  if (number.startsWith('4')) return 'visa';
  if (/^3[47]/.test(number)) return 'amex';
  if (/^5[1-5]/.test(number) || /^2[2-7]/.test(number)) return 'mastercard';
  if (/^(?:5[06-9]|6)/.test(number)) return 'maestro';
  return 'unknown';
}

export function mask(number: string): string {
  return `${number.slice(0, 6)}${'*'.repeat(number.length - 10)}${number.slice(-4)}`;
}

export function passesLuhn(number: string): boolean {
  let sum = 0;
  for (const [position, digit] of number.split('').toReversed().entries()) {
    const value = Number(digit) * (position % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
