import { parentPort, workerData } from 'node:worker_threads';
import type { Order } from '../arguments.ts';
import type { Json } from '../input/json.ts';
import type { Target } from '../target.ts';
import type { Campaign } from './campaign.ts';
import { runCampaign } from './campaign.ts';
import { keep, readCorpus } from './corpus.ts';
import { inputAt } from './draw.ts';

/** What a worker is told to do next: run a parser, or only show the input of a number. */
export type Assignment =
  | { readonly task: 'run'; readonly target: string }
  | { readonly task: 'show'; readonly target: string; readonly number: number };

/** What it answers. */
export type WorkerAnswer = { readonly campaign: Campaign } | { readonly input: Json };

/** What a worker starts with. */
export interface WorkerStart {
  readonly order: Order;
  /** Address of the module that has `allTargets`. */
  readonly targets: string;
  /** The number of the input that is running, and how often anything was begun. */
  readonly progress: Int32Array;
}

const { order, targets, progress } = workerData as WorkerStart;
const { allTargets } = (await import(targets)) as { readonly allTargets: () => Promise<readonly Target[]> };
const all = await allTargets();

function onBeat(): void {
  Atomics.add(progress, 1, 1);
}

async function answer(assignment: Assignment): Promise<WorkerAnswer> {
  const target = all.find(({ name }) => name === assignment.target);
  if (target === undefined) throw new Error(`there is no parser ${assignment.target}`);
  onBeat();
  const corpus = readCorpus(target.name);
  if (assignment.task === 'show') return { input: inputAt(target, corpus, order.seed, assignment.number, onBeat) };
  const campaign = await runCampaign(target, {
    ...order,
    corpus,
    onBeat,
    onInput(number) {
      Atomics.store(progress, 0, number);
      onBeat();
    },
    ...(order.keep ? { onNewSort: (sort, input) => void keep(target.name, { why: sort, input }) } : {}),
  });
  return { campaign };
}

async function reply(assignment: Assignment): Promise<void> {
  parentPort?.postMessage(await answer(assignment));
}

parentPort?.on('message', (assignment: Assignment) => void reply(assignment));
