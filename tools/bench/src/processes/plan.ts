import type { RoutingQuestion } from '@ducat/router';
import { createRouter } from '@ducat/router';
import { hat } from '../clients/order.ts';
import { openShop } from '../clients/shop.ts';
import { rulesOf, shopOf } from '../measure/rules.ts';

/*
 * Plans with so many rules, a thousand questions again and again, and tells the CPU time of one plan in microseconds, a
 * value for each batch. The questions are made before: what they cost is not the router's.
 */

const [count = 10, batches = 1, plansOfBatch = 1] = process.argv.slice(2).map(Number);
const differentQuestions = 1000;

const shop = openShop({ plain: 'https://gateway.shop.test' });
const providers = [
  { ...shop, id: 'one' },
  { ...shop, id: 'other' },
];
const router = createRouter({ providers, routes: rulesOf(count, ['one', 'other']) });
const questions = Array.from({ length: differentQuestions }, (_, number): RoutingQuestion => {
  const request = { ...hat(), metadata: { shop: shopOf(number, count) } };
  return { operation: 'charge', request, key: `order-${number}`, at: Date.UTC(2026, 10, 21) };
});

let planned = 0;

function batch(): number {
  const before = process.cpuUsage();
  for (let number = 0; number < plansOfBatch; number += 1) {
    const question = questions[number % differentQuestions];
    if (question !== undefined) planned += router.plan(question).candidates.length;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / plansOfBatch;
}

batch();
const figures = Array.from({ length: batches }, batch);
if (planned === 0) throw new Error('nothing was planned');
process.on('disconnect', () => process.exit());
process.send?.(figures);
