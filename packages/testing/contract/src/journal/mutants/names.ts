import type { AppendResult, JournalAppend, JournalName } from '@ducat/core';
import { JournalModel } from '../model/journal-model.ts';
import { turn } from '../turn.ts';
import type { JournalMutant } from './mutant.ts';
import { wrongInside, wrongOutside } from './mutant.ts';

const apart = 'names are told apart by every one of their 512 characters';

/** Names that are the same when this makes them the same. */
const folded = (fold: (value: string) => string) => (): JournalModel =>
  new (class extends JournalModel {
    override isSame(left: JournalName, right: JournalName): boolean {
      return left.kind === right.kind && fold(left.value) === fold(right.value);
    }
  })();

export const nameMutants: readonly JournalMutant[] = [
  wrongOutside(
    'keeps the first name of an append',
    'a payment is found by each name that it was given, then and later',
    (journal) => ({ append: (append) => journal.append({ ...append, names: append.names.slice(0, 1) }) }),
  ),
  wrongInside(
    'finds by the beginning of a name',
    'a name that nobody has finds nothing',
    () =>
      new (class extends JournalModel {
        override find(name: JournalName): string | undefined {
          return this.nameList.find(({ kind, value }) => kind === name.kind && value.startsWith(name.value))?.payment;
        }
      })(),
  ),
  wrongInside(
    'has one space of names for all kinds',
    'the same value is another name in each kind',
    () =>
      new (class extends JournalModel {
        override isSame(left: JournalName, right: JournalName): boolean {
          return left.value === right.value;
        }
      })(),
  ),
  wrongInside(
    'gives a name to whoever comes last',
    'a name of another payment is refused, and its owner is told',
    () =>
      new (class extends JournalModel {
        override takenBy(): AppendResult | undefined {
          return undefined;
        }
      })(),
  ),
  wrongInside(
    'refuses a name that the payment has itself',
    'a name that the payment has already, or twice in one append, is no conflict',
    () =>
      new (class extends JournalModel {
        override takenBy({ names }: JournalAppend): AppendResult | undefined {
          for (const name of names) {
            const payment = this.find(name);
            if (payment !== undefined) return { status: 'taken', name, payment };
          }
          return undefined;
        }
      })(),
  ),
  wrongInside(
    'looks at the names before the version',
    'a payment at another version is told so, whoever has the names',
    () =>
      new (class extends JournalModel {
        override objectionTo(append: JournalAppend): AppendResult | undefined {
          return this.takenBy(append) ?? super.objectionTo(append);
        }
      })(),
  ),
  wrongOutside(
    'claims names without a unique constraint',
    'of a hundred payments that want a name at the same moment exactly one gets it',
    (_journal, model) => ({
      append: async (append) => {
        const taken = model.takenBy(append);
        await turn();
        return model.objectionTo({ ...append, names: [] }) ?? taken ?? model.write(append);
      },
    }),
  ),
  wrongInside(
    'takes names for the same whatever their case',
    apart,
    folded((value) => value.toLowerCase()),
  ),
  wrongInside(
    'normalises names',
    apart,
    folded((value) => value.normalize('NFKC')),
  ),
  wrongInside(
    'trims names',
    apart,
    folded((value) => value.trim()),
  ),
  wrongInside(
    'keeps names in a column of 255 characters',
    apart,
    folded((value) => value.slice(0, 255)),
  ),
];
