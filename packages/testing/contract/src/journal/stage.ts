import type { Journal } from '@ducat/core';
import type { JournalHarness, JournalHome } from './harness.ts';

/** A new journal for one promise. */
export class JournalStage {
  readonly #harness: JournalHarness;
  readonly #home: JournalHome;
  readonly #opened: Journal[];

  private constructor(harness: JournalHarness, home: JournalHome, journal: Journal) {
    this.#harness = harness;
    this.#home = home;
    this.#opened = [journal];
    this.journal = journal;
  }

  /** The journal under test, empty. */
  journal: Journal;

  static async open(harness: JournalHarness): Promise<JournalStage> {
    const home = await harness.create();
    return new JournalStage(harness, home, await home.open());
  }

  /** The same journal, opened once more. Only for promises that say so. */
  async another(): Promise<Journal> {
    const journal = await this.#home.open();
    this.#opened.push(journal);
    return journal;
  }

  /** Closes every opening, and opens the journal again. */
  async reopen(): Promise<Journal> {
    await this.#closeAll();
    this.journal = await this.another();
    return this.journal;
  }

  /** Another journal, empty, which has nothing to do with this one. */
  async withFresh<Value>(use: (journal: Journal) => Promise<Value>): Promise<Value> {
    const stage = await JournalStage.open(this.#harness);
    try {
      return await use(stage.journal);
    } finally {
      await stage.end();
    }
  }

  async end(): Promise<void> {
    await this.#closeAll();
    await this.#home.remove();
  }

  async #closeAll(): Promise<void> {
    for (const journal of this.#opened.splice(0)) await journal.close();
  }
}
