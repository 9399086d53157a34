import { deepStrictEqual } from 'node:assert';
import type { Journal, OutboxMessage } from '@ducat/core';
import { noon } from '../appends.ts';
import { JournalModel } from '../model/journal-model.ts';
import type { Command } from './commands.ts';
import { anyCommand, nextTime, run } from './commands.ts';
import type { Random } from './random.ts';

/** Commands that have something to do one after the other. */
export function commandsOf(random: Random, length: number): readonly Command[] {
  const model = new JournalModel();
  let now = noon;
  return Array.from({ length }, () => {
    now = nextTime(random, now);
    const command = anyCommand(random, model, now);
    run(model, command);
    return command;
  });
}

/** What the journal does otherwise than the model; `undefined` when nothing. */
export async function differenceOf(journal: Journal, commands: readonly Command[]): Promise<string | undefined> {
  const model = new JournalModel();
  const sequences = new Sequences();
  try {
    for (const command of commands) {
      const expected = run(model, sequences.forModel(command));
      const answer = await run(journal, sequences.forJournal(command));
      const isTaking = command.call === 'takeMessages';
      deepStrictEqual(isTaking ? sequences.asModel(answer as Taken, expected as Taken) : answer, expected);
    }
    await requireSameState(journal, model);
    return undefined;
  } catch (difference) {
    return difference instanceof Error ? difference.message : String(difference);
  }
}

/** As few of the commands as still make a difference: each is left out in turn, first many at once. */
export async function shortened(
  commands: readonly Command[],
  differs: (commands: readonly Command[]) => Promise<boolean>,
): Promise<readonly Command[]> {
  let shortest = commands;
  for (let size = Math.ceil(commands.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let begin = 0; begin < shortest.length;) {
      const without = shortest.toSpliced(begin, size);
      if (await differs(without)) shortest = without;
      else begin += size;
    }
  }
  return shortest;
}

/** That nothing can be seen on the journal which is not so in the model. */
async function requireSameState(journal: Journal, model: JournalModel): Promise<void> {
  const all = { limit: 1000 };
  for (const { payment } of model.paymentList) deepStrictEqual(await journal.read(payment), model.read(payment));
  for (const name of model.nameList) deepStrictEqual(await journal.find(name), name.payment);
  deepStrictEqual(await journal.reviews(all), model.reviews(all));
  deepStrictEqual(await journal.payments(all), model.payments(all));
}

type Taken = readonly OutboxMessage[];

/** Messages' numbers grow, but may have gaps: a journal's are told by where they were first seen. */
class Sequences {
  readonly #ofJournal = new Map<number, number>();
  readonly #ofModel = new Map<number, number>();

  /** What the journal gave, with the model's numbers. */
  asModel(given: Taken, expected: Taken): Taken {
    return given.map((message, index) => {
      const inModel = expected[index]?.sequence ?? -1;
      if (!this.#ofModel.has(message.sequence) && !this.#ofJournal.has(inModel)) {
        this.#ofModel.set(message.sequence, inModel);
        this.#ofJournal.set(inModel, message.sequence);
      }
      return { ...message, sequence: this.#ofModel.get(message.sequence) ?? -1 };
    });
  }

  /** Only what was taken can be acknowledged; what was not has no known number. */
  forModel(command: Command): Command {
    return this.#translated(command, (sequence) => (this.#ofJournal.has(sequence) ? sequence : undefined));
  }

  forJournal(command: Command): Command {
    return this.#translated(command, (sequence) => this.#ofJournal.get(sequence));
  }

  #translated(command: Command, translate: (sequence: number) => number | undefined): Command {
    if (command.call !== 'acknowledge') return command;
    return { ...command, sequences: command.sequences.flatMap((sequence) => translate(sequence) ?? []) };
  }
}
