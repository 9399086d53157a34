import { format, inspect } from 'node:util';

/** Everything that logging, serialising or looking at a value could print, as one text. */
export function printed(value: unknown): string {
  const everything = {
    depth: null,
    showHidden: true,
    maxArrayLength: null,
    maxStringLength: null,
    getters: true,
  } as const;
  const texts = [
    inspect(value, everything),
    inspect(value, { ...everything, customInspect: false }),
    format('%s %j %o', value, value, value),
  ];
  for (let error: unknown = value; error instanceof Error; error = error.cause) {
    texts.push(error.name, error.message, error.stack ?? '', JSON.stringify(error));
  }
  return [...texts, JSON.stringify(value), String(value)].join('\n');
}
