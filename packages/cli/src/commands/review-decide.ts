import { DucatError, Money, isCurrencyCode } from '@ducat/core';
import type { DecisionName, Payment, ReviewDecision } from '@ducat/payments';
import { Argument, Command } from 'commander';
import { withPayments } from '../load-payments.ts';
import type { PaymentsOption } from '../payments-option.ts';
import { paymentsOption } from '../payments-option.ts';
import { Problem } from '../problem.ts';
import type { Surroundings } from '../surroundings.ts';

interface Options extends PaymentsOption {
  readonly by: string;
  readonly note: string;
  readonly providerReference?: string;
  readonly amount?: string;
}

const names: readonly DecisionName[] = ['approved', 'nothing_taken', 'handled', 'again'];

/** `ducat review decide` */
export function reviewDecide({ output }: Surroundings): Command {
  return new Command('decide')
    .description('decides; what the provider itself proves later is never outvoted')
    .argument('<review>', 'as listed')
    .addArgument(new Argument('<decision>', 'one of those that show names').choices(names))
    .requiredOption(...paymentsOption)
    .requiredOption('--by <person>', 'who decides; stands in the journal for good')
    .requiredOption('--note <text>', 'why, and where it can be seen; no card data')
    .option('--provider-reference <id>', "approved: the transaction's id, as the provider shows it")
    .option('--amount <amount>', 'approved: what the provider took, for example "10.50 EUR"')
    .action(async (review: string, decision: DecisionName, options: Options) => {
      const decided = decisionOf(review, decision, options);
      await withPayments(options.payments, async (payments) => {
        const payment = await payments.decide(decided);
        output.write(describe(payment));
      });
    });
}

function decisionOf(review: string, decision: DecisionName, options: Options): ReviewDecision {
  const { by, note, providerReference, amount } = options;
  if (decision !== 'approved') {
    const superfluous = providerReference === undefined ? amount && '--amount' : '--provider-reference';
    if (superfluous !== undefined) throw new Problem(`${superfluous}: goes with the decision approved only`);
    return { review, decision, by, note };
  }
  if (providerReference === undefined || amount === undefined)
    throw new Problem('approved needs --provider-reference and --amount');
  return { review, decision, by, note, providerReference, amount: readAmount(amount) };
}

function readAmount(text: string): Money {
  const [decimal = '', currency = '', ...others] = text.trim().split(/\s+/);
  if (!isCurrencyCode(currency) || others.length > 0)
    throw new Problem('--amount: must be a decimal number and a currency, for example "10.50 EUR"');
  try {
    return Money.parse(decimal, currency);
  } catch (error) {
    throw new Problem(`--amount: ${DucatError.is(error) ? error.message : 'cannot be read'}`);
  }
}

function describe(payment: Payment | undefined): string {
  const operations = payment?.operations ?? [];
  return operations
    .map(({ operation, key, status, review }) => {
      const waits = review === undefined ? '' : `, waits for a decision: ${review}`;
      return `${operation} ${key}: ${status}${waits}\n`;
    })
    .join('');
}
