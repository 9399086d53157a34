import { createLogUpdate } from 'log-update';
import type { RequestFile } from './request-file.ts';
import type { Surroundings } from './surroundings.ts';

/** A bar while a long file is read. */
export interface Progress {
  /** Shows how far it is. May be called for every request. */
  show(): void;
  /** Takes the bar away. May be called again. */
  end(): void;
}

const none: Progress = { show: () => undefined, end: () => undefined };

/** Shorter files are done before anybody looks. */
const longFile = 4 * 1024 * 1024;
const width = 40;

/** Only to people: a file or a pipe gets no bar. */
export function startProgress(errors: Surroundings['errors'], { name, bytes, readBytes }: RequestFile): Progress {
  if (errors.isTTY !== true || bytes < longFile) return none;
  const update = createLogUpdate(errors);
  let shown = -1;
  return {
    show() {
      const percent = Math.floor((readBytes() / bytes) * 100);
      if (percent === shown) return;
      shown = percent;
      const done = Math.floor((percent / 100) * width);
      update(`${name} ${'█'.repeat(done)}${'░'.repeat(width - done)} ${percent} %`);
    },
    end() {
      update.clear();
      update.done();
    },
  };
}
