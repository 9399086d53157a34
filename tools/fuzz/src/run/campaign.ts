import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Json } from '../input/json.ts';
import { restorePrototypes } from '../judge/prototypes.ts';
import type { Target } from '../target.ts';
import type { Attempt, Fault } from './attempt.ts';
import { attempt } from './attempt.ts';
import type { Kept } from './corpus.ts';
import { drawerOf, inputsBefore } from './draw.ts';
import { leftBehind, residueSince } from './residue.ts';
import { shrink } from './shrink.ts';

export interface CampaignOptions {
  readonly inputs: number;
  readonly seed: number;
  /** Replayed before anything new is tried. */
  readonly corpus: readonly Kept[];
  /** Told of every input that is about to run, by its number, so that somebody else can see where it hangs. */
  readonly onInput?: (number: number) => void;
  /** Told of every smaller input that is tried. */
  readonly onBeat?: () => void;
  /** Given an input for every sort of result that the corpus and the seeds do not have, made small. */
  readonly onNewSort?: (sort: string, input: Json) => void;
}

export interface Finding extends Fault {
  readonly input: Json;
  /** Number of the input under this seed; below zero for kept ones and for seeds. */
  readonly index: number;
}

export interface Campaign {
  readonly target: string;
  readonly inputs: number;
  readonly seconds: number;
  readonly slowestMilliseconds: number;
  readonly sorts: number;
  readonly findings: readonly Finding[];
}

const mostFindings = 5;

/** Runs a target on its corpus, its seeds and so many inputs drawn from them. */
export async function runCampaign(target: Target, options: CampaignOptions): Promise<Campaign> {
  const { inputs, seed, corpus, onInput, onBeat, onNewSort } = options;
  const began = performance.now();
  // A place is enough; walking the whole stack for every refusal takes longer than most parsers.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 2;
  const sorts = new Set<string>();
  const findings: Finding[] = [];
  let slowestMilliseconds = 0;

  const meet = async (input: Json, index: number, thorough: boolean): Promise<void> => {
    onInput?.(index);
    const { fault, sort, milliseconds } = await attempt(target, input, thorough);
    slowestMilliseconds = Math.max(slowestMilliseconds, milliseconds);
    if (fault !== undefined) {
      if (findings.some((other) => alike(other, fault))) return;
      const isSame = (met: Attempt): boolean => met.fault !== undefined && alike(met.fault, fault);
      findings.push({ ...fault, input: await smallest(target, input, isSame, onBeat), index });
    } else if (!sorts.has(sort)) {
      sorts.add(sort);
      if (onNewSort === undefined || index < 0) return;
      const isSame = (met: Attempt): boolean => met.fault === undefined && met.sort === sort;
      onNewSort(sort, await smallest(target, input, isSame, onBeat));
    }
  };

  const known = inputsBefore(target, corpus);
  for (const [index, input] of known.entries()) await meet(input, index - known.length, true);
  const before = await leftBehind();
  const next = drawerOf(target, seed);
  let index = 0;
  // A parser that was slow once is slow a thousand times, and each time is measured.
  const isOver = (): boolean => findings.length >= mostFindings || findings.some(({ kind }) => kind === 'slow');
  for (; index < inputs && !isOver(); index += 1) {
    // Whatever an input put off happens now, and not at the end.
    if (index % 1000 === 0) await nextTurn();
    // Every thousandth is looked at for changes of what was there before, too.
    await meet(next(), index, index % 1000 === 0);
  }
  const changed = restorePrototypes();
  if (changed !== undefined) findings.push({ kind: 'pollution', message: changed, input: null, index });
  Error.stackTraceLimit = stackTraceLimit;
  const residue = await residueSince(before);
  if (residue !== undefined) findings.push({ kind: 'wrong result', message: residue, input: null, index });
  return {
    target: target.name,
    inputs: index,
    seconds: (performance.now() - began) / 1000,
    slowestMilliseconds,
    sorts: sorts.size,
    findings,
  };
}

/** One defect is met many times, with other values in its message. */
function alike(left: Fault, right: Fault): boolean {
  return left.kind === right.kind && (left.kind === 'slow' || left.message.slice(0, 24) === right.message.slice(0, 24));
}

async function smallest(
  target: Target,
  input: Json,
  isSame: (met: Attempt) => boolean,
  onBeat: (() => void) | undefined,
): Promise<Json> {
  return shrink(input, async (smaller) => {
    onBeat?.();
    try {
      return isSame(await attempt(target, smaller, true));
    } catch {
      // It is no input of this target any more.
      return false;
    }
  });
}
