import type { Journal } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { JournalModel } from '../model/journal-model.ts';
import { turn } from '../turn.ts';
import type { JournalMutant } from './mutant.ts';
import { wrongOutside } from './mutant.ts';

const refused = 'an append that cannot be kept as it is is refused, names the field and writes nothing';

/** What becomes of half a surrogate pair in UTF-8. */
const asUtf8 = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

export const refusalMutants: readonly JournalMutant[] = [
  wrongOutside('appends whatever it is given', refused, (_journal, model) => ({
    append: async (append) => {
      await turn();
      return model.append(append);
    },
  })),
  wrongOutside('takes a due that is no number for no due', refused, (journal) => ({
    append: (append) => journal.append(Number.isNaN(append.due) ? { ...append, due: undefined } : append),
  })),
  wrongOutside('refuses without naming the field', refused, (journal) => ({
    append: (append) =>
      journal.append(append).catch((error: unknown) => {
        throw DucatError.is(error) ? new DucatError({ ...error.toJSON(), issues: [] }) : error;
      }),
  })),
  wrongOutside(
    'has room for 512 bytes and not for 512 characters',
    'the longest names and types that may be are kept',
    (journal) => ({
      append: async (append) => {
        if (append.names.some(({ value }) => Buffer.byteLength(value) > 512)) throw new Error('too long');
        return journal.append(append);
      },
    }),
  ),
  wrongOutside(
    'looks names up in UTF-8',
    'a name with half a surrogate pair is no other name: finding it is refused',
    (journal) => ({ find: (name) => journal.find({ ...name, value: asUtf8(name.value) }) }),
  ),
  wrongOutside(
    'leases with whatever times it is given',
    'times that are no whole numbers, and limits below one, are refused and change nothing',
    (_journal: Journal, model: JournalModel) => ({ lease: async (request) => model.lease(request) }),
  ),
];
