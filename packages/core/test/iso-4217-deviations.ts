/** Codes in the table that an older list does not have yet, or no longer. */
export const onlyInOurs = {
  /** CLDR leaves the digital bolivar out of the currencies that it names. */
  missingInIntl: ['VED'],
  /** currency-codes 2.2.0 has the list of 2024-06-25; the Caribbean guilder came in 2025. */
  missingInCurrencyCodes: ['XCG'],
};

/** What Intl still names: money that is no more, and units that nobody pays with. */
export const onlyInIntl: Readonly<Record<string, string>> = {
  ANG: 'replaced by XCG in 2025',
  BGN: 'replaced by EUR on 2026-01-01',
  CUC: 'withdrawn in 2021',
  HRK: 'replaced by EUR on 2023-01-01',
  SLL: 'replaced by SLE, withdrawn in 2024',
  XDR: 'special drawing rights',
  XSU: 'unit of account of a regional payment system',
  ZWL: 'replaced by ZWG in 2024',
};

/** What currency-codes still lists, or lists although it is not payable. */
export const onlyInCurrencyCodes: Readonly<Record<string, string>> = {
  ANG: 'replaced by XCG in 2025',
  BGN: 'replaced by EUR on 2026-01-01',
  BOV: 'fund code',
  CHE: 'fund code',
  CHW: 'fund code',
  CLF: 'fund code',
  COU: 'fund code',
  CUC: 'withdrawn in 2021',
  MXV: 'fund code',
  USN: 'fund code',
  UYI: 'fund code',
  UYW: 'unit of account',
  XAG: 'silver',
  XAU: 'gold',
  XBA: 'bond-market unit',
  XBB: 'bond-market unit',
  XBC: 'bond-market unit',
  XBD: 'bond-market unit',
  XDR: 'special drawing rights',
  XPD: 'palladium',
  XPT: 'platinum',
  XSU: 'unit of account of a regional payment system',
  XTS: 'for testing',
  XUA: 'unit of account of a development bank',
  XXX: 'no currency',
};

/** Digits of ISO, then digits of Intl, which follows custom instead of ISO (CLDR 48, with Node 24). */
export const shownShorterByIntl: Readonly<Record<string, readonly [iso: number, intl: number]>> = {
  AFN: [2, 0],
  ALL: [2, 0],
  COP: [2, 0],
  HUF: [2, 0],
  IDR: [2, 0],
  IQD: [3, 0],
  IRR: [2, 0],
  KPW: [2, 0],
  LAK: [2, 0],
  LBP: [2, 0],
  MGA: [2, 0],
  MMK: [2, 0],
  PKR: [2, 0],
  SOS: [2, 0],
  SYP: [2, 0],
  YER: [2, 0],
};
