import type { AppendResult, JournalAppend } from '@ducat/core';
import { JournalModel } from '../model/journal-model.ts';
import { turn } from '../turn.ts';
import type { JournalMutant } from './mutant.ts';
import { wrongInside, wrongOutside } from './mutant.ts';

export const appendMutants: readonly JournalMutant[] = [
  wrongInside(
    'counts appends instead of events',
    'an append is answered with the version after its last event',
    () =>
      new (class extends JournalModel {
        override write(append: JournalAppend): AppendResult {
          super.write(append);
          return { status: 'appended', version: append.expectedVersion + 1 };
        }
      })(),
  ),
  wrongInside(
    'takes an append at any version that there was',
    'an append at another version than the payment has conflicts, and is told that version',
    () =>
      new (class extends JournalModel {
        override objectionTo(append: JournalAppend): AppendResult | undefined {
          const result = super.objectionTo(append);
          return result?.status === 'conflict' && append.expectedVersion < result.version ? undefined : result;
        }
      })(),
  ),
  wrongOutside(
    'looks at the version in one step and writes in the next',
    'of a hundred appends at the same version at the same moment exactly one wins',
    (_journal, model) => ({
      append: async (append) => {
        const objection = model.objectionTo(append);
        await turn();
        return objection ?? model.write(append);
      },
    }),
  ),
  wrongOutside(
    'answers before it has written, and forgets what comes too quickly',
    'appends to many payments at the same moment are all kept',
    (journal, model) => {
      let isWriting = false;
      return {
        append: async (append) => {
          if (isWriting) return { status: 'appended', version: (model.read(append.payment)?.version ?? 0) + 1 };
          isWriting = true;
          return journal.append(append).finally(() => (isWriting = false));
        },
      };
    },
  ),
  wrongOutside(
    'rolls the whole group back when one append in it is refused',
    'an append that is refused leaves its neighbours of the same moment alone',
    (journal, model) => {
      let group: Promise<boolean> | undefined;
      const appends: JournalAppend[] = [];
      const isGood = (append: JournalAppend): boolean => model.objectionTo(append) === undefined;
      return {
        append: async (append) => {
          appends.push(append);
          group ??= turn().then(() => {
            group = undefined;
            return appends.splice(0).every(isGood);
          });
          if (await group) return journal.append(append);
          throw new Error('the transaction was rolled back');
        },
      };
    },
  ),
  wrongInside(
    'gives the names before it looks at the version',
    'an append that conflicts changes nothing: no name, no due, no review, no message',
    () =>
      new (class extends JournalModel {
        override append(append: JournalAppend): AppendResult {
          if (this.takenBy(append) === undefined) for (const name of append.names) this.give(name, append.payment);
          return super.append(append);
        }
      })(),
  ),
  wrongInside(
    'tells subscribers of what it then refuses',
    'an append whose name is taken changes nothing: no event, due, review or message',
    () =>
      new (class extends JournalModel {
        override append(append: JournalAppend): AppendResult {
          const result = super.append(append);
          if (result.status === 'taken') super.write({ ...append, events: [], names: [] });
          return result;
        }
      })(),
  ),
  wrongOutside(
    'keeps what the caller gave instead of a copy of it',
    'what is kept is what was given at the call, whatever the caller does to it afterwards',
    (_journal, model) => ({
      append: async (append) => {
        await turn();
        return model.append(append);
      },
    }),
  ),
];
