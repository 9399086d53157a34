import type { ServiceIdentifier } from 'inversify';
import type { Accounts } from './town.ts';

/** As an application binds its own configuration. */
export interface Settings extends Pick<Accounts, 'paymega' | 'paycross'> {
  readonly patience?: number;
  readonly journalFile?: string;
}

export const SETTINGS: ServiceIdentifier<Settings> = Symbol.for('SETTINGS');
export const MERCHANTS: ServiceIdentifier<Readonly<Record<string, Settings>>> = Symbol.for('MERCHANTS');
