import type { DatabaseSync } from 'node:sqlite';
import { rollBack } from './busy.ts';

/** Says in the file's header whose it is: "Duca". */
const application = 0x44756361;

/**
 * Brings the schema to the last version. Any number of processes may do so at once: one does it, the
 * others are told that the file is busy.
 * @throws Error in words for the operator when the file is not a journal, or one of a newer version.
 */
export function migrate(database: DatabaseSync, migrations: readonly string[]): void {
  if (versionAtOneMoment(database, migrations.length) === migrations.length) return;
  database.exec('begin immediate');
  try {
    const version = checkedVersion(database, migrations.length);
    for (const migration of migrations.slice(version)) database.exec(migration);
    database.exec(`pragma application_id = ${application}; pragma user_version = ${migrations.length}; commit`);
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** Another process may be migrating the file: half of what was before it and half of what is after is no journal's. */
function versionAtOneMoment(database: DatabaseSync, newest: number): number {
  database.exec('begin');
  try {
    return checkedVersion(database, newest);
  } finally {
    rollBack(database);
  }
}

function checkedVersion(database: DatabaseSync, newest: number): number {
  const version = numberOf(database, 'pragma user_version');
  const owner = numberOf(database, 'pragma application_id');
  const isEmpty = version === 0 && numberOf(database, 'select count(*) from sqlite_schema') === 0;
  if (owner !== application && !(owner === 0 && isEmpty)) throw new Error('it is a database of another application');
  if (version > newest) {
    throw new Error(
      `its schema has version ${version}, and this @ducat/journal-sqlite knows versions up to ${newest}: update it`,
    );
  }
  return version;
}

function numberOf(database: DatabaseSync, query: string): number {
  return Number(Object.values(database.prepare(query).get() ?? {})[0]);
}
