import { turn } from '../turn.ts';
import type { JournalMutant } from './mutant.ts';
import { wrongOutside } from './mutant.ts';

export const closingMutants: readonly JournalMutant[] = [
  wrongOutside('answers when it is closed', 'a closed journal rejects every call with journal_failed', () => ({
    close: () => turn(),
  })),
  wrongOutside(
    'drops what is under way when it is closed',
    'what was asked for before the closing is done, and closing waits for it',
    (journal) => {
      let isClosed = false;
      return {
        append: async (append) => {
          await turn();
          if (isClosed) throw new Error('closed');
          return journal.append(append);
        },
        close: async () => {
          isClosed = true;
          await journal.close();
        },
      };
    },
  ),
  wrongOutside('cannot be closed twice', 'closing again does nothing', (journal) => {
    let isClosed = false;
    return {
      close: async () => {
        if (isClosed) throw new Error('closed already');
        isClosed = true;
        await journal.close();
      },
    };
  }),
];
