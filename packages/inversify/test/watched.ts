import type { Journal, Provider } from '@ducat/core';
import { createMemoryJournal } from '@ducat/journal-memory';

/** Writes down when it is made and when it is closed. */
export interface Diary {
  readonly lines: string[];
  readonly journal: (name?: string) => Journal;
  readonly provider: (provider: Provider) => Provider;
}

export function openDiary(): Diary {
  const lines: string[] = [];
  const watched = <Resource extends Journal | Provider>(name: string, resource: Resource): Resource => {
    lines.push(`made ${name}`);
    return new Proxy(resource, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== 'function') return value;
        const method = value.bind(target) as (...given: unknown[]) => unknown;
        if (property !== 'close') return method;
        return async () => {
          lines.push(`closing ${name}`);
          await method();
          lines.push(`closed ${name}`);
        };
      },
    });
  };
  return {
    lines,
    journal: (name = 'journal') => watched(name, createMemoryJournal()),
    provider: (provider) => watched(provider.id, provider),
  };
}
