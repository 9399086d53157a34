import { Money, currencyExponent } from '@ducat/core';
import type { Harness } from '../harness/harness.ts';
import type { WireTransaction } from '../reference/bank/transaction.ts';
import type { ReferenceHarness } from '../reference/harness.ts';
import { claiming, finding, traveling } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';
import { shifted } from './two-steps.ts';

/** What the bank says of money and name is overwritten by what was asked for, so that it never differs. */
export function presuming(good: ReferenceHarness): ReferenceHarness {
  return traveling(good, 'any', (send) => async (request, budget) => {
    const response = await send(request, budget);
    const asked = JSON.parse(request.body ?? '{}') as Partial<WireTransaction>;
    const reference = request.headers['idempotency-key'];
    if (asked.amount === undefined || response.status !== 201) return response;
    const answered = JSON.parse(Buffer.from(response.body).toString('utf8')) as WireTransaction;
    const { amount, currency } = { ...answered, ...asked };
    return { ...response, body: Buffer.from(JSON.stringify({ ...answered, amount, currency, reference })) };
  });
}

/** Hundredths, whatever the currency has. */
const hundredths = ({ minorUnits, currency }: Money): Money => {
  const digits = currencyExponent(currency);
  return Money.of(
    digits < 2 ? minorUnits * 10n ** BigInt(2 - digits) : minorUnits / 10n ** BigInt(digits - 2) + 1n,
    currency,
  );
};

const byFloat = ({ minorUnits, currency }: Money): Money => Money.of(BigInt(Math.fround(Number(minorUnits))), currency);

const byDouble = ({ minorUnits, currency }: Money): Money => Money.of(BigInt(Number(minorUnits)), currency);

/** The classic: 8.20 is 819 cents. */
const truncated = (amount: Money): Money =>
  Money.of(BigInt(Math.trunc(Number.parseFloat(amount.toDecimal()) * 100)), amount.currency);

const inCharges =
  (change: (amount: Money) => Money) =>
  (good: Harness): Harness =>
    shifted('charge', change)(good);

export const moneyMutants: readonly Mutant[] = [
  mutant(
    'multiplies yen by a hundred',
    'the smallest amounts of every currency are taken to the minor unit (defect 60)',
    inCharges(hundredths),
  ),
  mutant(
    'sends every currency in hundredths',
    'whole amounts of every currency are taken to the minor unit (defect 60)',
    inCharges(hundredths),
  ),
  mutant(
    'counts in floats',
    'large amounts of every currency are taken to the minor unit (defects 60, 61)',
    inCharges(byFloat),
  ),
  mutant(
    'truncates binary fractions',
    'amounts that binary fractions get wrong are taken to the minor unit (defect 61)',
    inCharges(truncated),
  ),
  mutant(
    'reads every currency as hundredths',
    'a lookup reads an amount of each number of digits as it was taken (defect 60)',
    (good) => finding(good, ({ amount, ...record }) => ({ ...record, amount: amount && hundredths(amount) })),
  ),
  mutant(
    'counts in doubles',
    'an amount of so many digits that a number loses some is taken to the minor unit, or refused',
    inCharges(byDouble),
  ),
  mutant(
    'sends amounts of nothing',
    'an amount of nothing or of less is refused before anything is sent (defect 42)',
    (good) => good.with({ checkRequest: () => undefined }),
  ),
  mutant('sends what is no amount', 'what is no amount is refused before anything is sent (defect 61)', (good) =>
    good.with({ checkRequest: () => undefined }),
  ),
  mutant(
    'sends currencies that its limits do not name',
    'an amount in a currency that limits.currencies does not name is refused before anything is sent',
    (good) => claiming(good, () => ({ currencies: ['USD', 'EUR'] })),
  ),
  mutant(
    'presumes the amount of an answer',
    'an answer with another amount is not an approval of the one that was asked for',
    presuming,
  ),
  mutant(
    'presumes the currency of an answer',
    'an answer in another currency is not an approval of the one that was asked for (defect 27)',
    presuming,
  ),
  mutant(
    'presumes an amount that it cannot read',
    'an answer that writes the amount with more digits than a number holds is not an approval',
    presuming,
  ),
];
