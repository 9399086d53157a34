import { availableParallelism } from 'node:os';
import type { Order } from '../arguments.ts';
import type { Campaign } from './campaign.ts';
import type { Lost } from './watched-worker.ts';
import { WatchedWorker } from './watched-worker.ts';

/** What there is to run, and how it is watched. */
export interface Field {
  /** Module with `allTargets`. */
  readonly targets: URL;
  readonly names: readonly string[];
  /** No input takes so many milliseconds; one that does never ends. */
  readonly patience: number;
}

/** Runs all parsers of the order, as many at a time as there are processors. */
export async function runAll(
  order: Order,
  field: Field,
  onDone: (campaign: Campaign) => void,
): Promise<readonly Campaign[]> {
  const waiting = field.names.filter((name) => name.includes(order.parser));
  const campaigns: Campaign[] = [];
  const threads = Math.min(availableParallelism(), waiting.length);
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const next = (): string | undefined => waiting.shift();
      await work(order, field, next, (campaign) => {
        campaigns.push(campaign);
        onDone(campaign);
      });
    }),
  );
  return campaigns.sort((left, right) => field.names.indexOf(left.target) - field.names.indexOf(right.target));
}

/** One worker, until there is nothing more to do; one that dies or hangs is a finding, and another one goes on. */
async function work(
  order: Order,
  field: Field,
  next: () => string | undefined,
  onCampaign: (campaign: Campaign) => void,
): Promise<void> {
  let worker = new WatchedWorker(order, field.targets, field.patience);
  for (let target = next(); target !== undefined; target = next()) {
    const began = performance.now();
    const answer = await worker.ask({ task: 'run', target });
    if ('campaign' in answer) onCampaign(answer.campaign);
    if (!('kind' in answer)) continue;
    await worker.close();
    onCampaign(await lostCampaign(order, field, { target, number: worker.number, answer, began }));
    worker = new WatchedWorker(order, field.targets, field.patience);
  }
  await worker.close();
}

/** What is known of a campaign that never came to its end, with the input at which it stopped. */
async function lostCampaign(
  order: Order,
  field: Field,
  { target, number, answer, began }: { target: string; number: number; answer: Lost; began: number },
): Promise<Campaign> {
  const shower = new WatchedWorker(order, field.targets, field.patience);
  const shown = await shower.ask({ task: 'show', target, number });
  await shower.close();
  const input = 'input' in shown ? shown.input : null;
  return {
    target,
    inputs: Math.max(0, number),
    seconds: (performance.now() - began) / 1000,
    slowestMilliseconds: answer.kind === 'hang' ? field.patience : 0,
    sorts: 0,
    findings: [{ ...answer, input, index: number }],
  };
}
