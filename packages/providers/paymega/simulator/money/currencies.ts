// ISO 4217 minor units. Not taken from Intl: its tables follow local custom (0 for the Iraqi dinar) where
// the standard says otherwise.
const zeroDecimal = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ');
const threeDecimal = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
const fourDecimal = 'CLF UYW'.split(' ');
const twoDecimal = `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE
  CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD
  HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK
  MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD
  RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH
  USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`.split(/\s+/);

const exponents: ReadonlyMap<string, number> = new Map([
  ...zeroDecimal.map((code) => [code, 0] as const),
  ...twoDecimal.map((code) => [code, 2] as const),
  ...threeDecimal.map((code) => [code, 3] as const),
  ...fourDecimal.map((code) => [code, 4] as const),
]);

export const allCurrencies: readonly string[] = [...exponents.keys()].toSorted();

export function exponentOf(currency: string): number {
  const exponent = exponents.get(currency);
  if (exponent === undefined) throw new RangeError(`Not an ISO 4217 currency: ${currency}`);
  return exponent;
}
