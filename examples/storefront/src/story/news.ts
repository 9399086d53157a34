/** Wakes those who watch, once for everything that happened in the same moment. */
export class News {
  readonly #watchers = new Set<() => void>();
  #isTelling = false;

  tell(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    setTimeout(() => {
      this.#isTelling = false;
      for (const watcher of this.#watchers) watcher();
    }, pauseMilliseconds).unref();
  }

  /** Until what is returned is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }
}

const pauseMilliseconds = 30;
