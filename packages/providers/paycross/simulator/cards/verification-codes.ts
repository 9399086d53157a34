import { sectionOf, textOf } from '../requests/json-object.ts';
import type { JsonObject } from '../requests/json-object.ts';

// PayCross docs: testing page. Keys are the first digits of the address and of the zip.
const addressResults: Readonly<Record<string, string>> = {
  '1/1': 'M',
  '2/2': 'N',
  '1/2': 'B',
  '2/1': 'P',
  '3/3': 'U',
  '4/4': 'E',
  '5/5': '0',
};
const securityCodeResults: Readonly<Record<string, string>> = {
  '111': 'M',
  '222': 'N',
  '333': 'U',
  '444': 'E',
  '555': '0',
};
const notChecked = '1';

const firstDigit = (text: string | undefined): string => /\d/.exec(text ?? '')?.[0] ?? '';

export function addressResult(request: JsonObject): string {
  const address = sectionOf(request, 'billing_address');
  const key = `${firstDigit(textOf(address, 'address'))}/${firstDigit(textOf(address, 'zip'))}`;
  return addressResults[key] ?? notChecked;
}

export function securityCodeResult(request: JsonObject): string {
  const code = textOf(sectionOf(request, 'credit_card'), 'verification_value');
  return securityCodeResults[code ?? ''] ?? notChecked;
}
