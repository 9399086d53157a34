import type { Review } from '@ducat/payments';
import { Command } from 'commander';
import { everyReview } from '../every-review.ts';
import { withPayments } from '../load-payments.ts';
import type { PaymentsOption } from '../payments-option.ts';
import { paymentsOption } from '../payments-option.ts';
import { printJson, table } from '../printing.ts';
import { Problem } from '../problem.ts';
import type { Surroundings } from '../surroundings.ts';

/** `ducat review show` */
export function reviewShow({ output }: Surroundings): Command {
  return new Command('show')
    .description('shows everything that is known, and what can be decided')
    .argument('<review>', 'as listed, or the key of its payment')
    .requiredOption(...paymentsOption)
    .option('--json', 'print it as JSON')
    .action(async (name: string, options: PaymentsOption & { readonly json?: true }) => {
      await withPayments(options.payments, async (payments) => {
        const reviews = await everyReview(payments);
        const found = reviews.filter(({ id, payment }) => id === name || payment === name);
        if (found.length === 0) throw new Problem(`${name}: nothing of that name waits for a decision`);
        if (options.json === true) printJson(output, found);
        else output.write(found.map(describe).join('\n'));
      });
    });
}

function describe(review: Review): string {
  const { id, payment, key, operation, requested, provider, reference, providerReference, since, reason } = review;
  const facts = [
    ['review', id],
    ['payment', payment],
    ['operation', `${operation} ${requested.toString()}, key ${key}`],
    ['provider', provider],
    ['reference', reference],
    ['transaction', providerReference ?? 'not known'],
    ['waits since', new Date(since).toISOString()],
    ['because', reason],
  ];
  const decisions = Object.entries(review.decisions).map(([name, meaning]) => [`  ${name}`, meaning]);
  const known = review.evidence.map((line) => `  ${line}\n`).join('');
  return `${table(facts, ['left', 'left'])}What is known:\n${known}What can be decided:\n${table(decisions, ['left', 'left'])}`;
}
