import type { AppendResult, JournalAppend } from '@ducat/core';
import { JournalModel } from '../model/journal-model.ts';
import { turn } from '../turn.ts';
import type { JournalMutant } from './mutant.ts';
import { wrongInside, wrongOutside } from './mutant.ts';

export const randomMutants: readonly JournalMutant[] = [
  wrongInside(
    'forgets when a payment is due that leaves the reviews',
    'commands at random, one after the other, do what they do in a model',
    () =>
      new (class extends JournalModel {
        override write(append: JournalAppend): AppendResult {
          const isLeaving = !append.review && this.paymentOf(append.payment).review;
          return super.write(isLeaving ? { ...append, due: undefined } : append);
        }
      })(),
  ),
  wrongInside(
    'gives a name away that a payment got in the same append as another of the same value',
    'commands at random, one after the other, do what they do in a model',
    () =>
      new (class extends JournalModel {
        override write(append: JournalAppend): AppendResult {
          const values = append.names.map(({ value }) => value);
          const isTwice = values.some((value, index) => values.indexOf(value) !== index);
          return super.write(isTwice ? { ...append, names: append.names.slice(0, 1) } : append);
        }
      })(),
  ),
  wrongOutside(
    'writes an append of several names in as many steps',
    'appends at random, many at the same moment, do what they do in some order',
    (_journal, model) => ({
      append: async (append) => {
        const objection = model.objectionTo(append);
        if (append.names.length > 1) await turn();
        return objection ?? model.write(append);
      },
    }),
  ),
];
