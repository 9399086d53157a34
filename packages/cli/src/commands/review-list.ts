import type { Review } from '@ducat/payments';
import { Command } from 'commander';
import { everyReview } from '../every-review.ts';
import { withPayments } from '../load-payments.ts';
import type { PaymentsOption } from '../payments-option.ts';
import { paymentsOption } from '../payments-option.ts';
import { printJson, table } from '../printing.ts';
import type { Surroundings } from '../surroundings.ts';

/** `ducat review list` */
export function reviewList({ output }: Surroundings): Command {
  return new Command('list')
    .description('lists what waits for a decision, the oldest payment first')
    .requiredOption(...paymentsOption)
    .option('--json', 'print everything that is known of each as JSON')
    .action(async (options: PaymentsOption & { readonly json?: true }) => {
      await withPayments(options.payments, async (payments) => {
        const reviews = await everyReview(payments);
        if (options.json === true) printJson(output, reviews);
        else if (reviews.length === 0) output.write('nothing waits for a decision\n');
        else output.write(table(reviews.map(rowOf), ['left', 'left', 'left', 'right', 'left', 'left']));
      });
    });
}

function rowOf({ id, since, operation, requested, provider, reason }: Review): string[] {
  return [id, new Date(since).toISOString(), operation, requested.toString(), provider, reason];
}
