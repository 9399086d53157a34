import type { Journal } from '@ducat/core';
import { ContainerModule } from 'inversify';
import type { Make, Tokens } from './made.ts';
import { given } from './made.ts';
import { bindResource } from './resource.ts';
import { JOURNAL } from './tokens.ts';

/**
 * Binds the `JOURNAL`. One for each merchant, in a file or a database of its own: two merchants in one journal would
 * share their keys.
 *
 * The container closes it, after what is under way is written.
 *
 * @example
 * journalModule(({ journalFile }) => createSqliteJournal({ file: journalFile }), [SETTINGS]);
 */
export function journalModule(journal: Journal): ContainerModule;
export function journalModule(make: () => Journal | Promise<Journal>): ContainerModule;
export function journalModule<Taken extends unknown[]>(
  make: Make<Journal, Taken>,
  tokens: Tokens<Taken>,
): ContainerModule;
export function journalModule<Taken extends unknown[]>(
  journal: Journal | Make<Journal, Taken>,
  tokens?: Tokens<Taken>,
): ContainerModule {
  return new ContainerModule((binder) => bindResource(binder, JOURNAL, given(journal, tokens)));
}
