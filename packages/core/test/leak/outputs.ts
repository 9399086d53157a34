import assert from 'node:assert/strict';
import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { format, inspect } from 'node:util';
import { serialize } from 'node:v8';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { expect } from 'vitest';

const everything = { depth: Number.POSITIVE_INFINITY, showHidden: true, maxArrayLength: null, maxStringLength: null };

const inspections: Readonly<Record<string, object>> = {
  'with everything': everything,
  'with getters': { ...everything, getters: true },
  'with proxies': { ...everything, showProxy: true },
  'without custom printing': { ...everything, customInspect: false },
  'without custom printing, with getters': { ...everything, customInspect: false, getters: true },
  'without limits, in colour': { ...everything, colors: true, compact: false, sorted: true, numericSeparator: true },
};

/** Everything that the platform can make of a value in passing, by the way it was made. */
export function outputsOf(value: unknown): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  const add = (way: string, make: () => unknown): void => {
    const made = attempt(make);
    outputs.set(way, typeof made === 'string' ? made : inspectAll(made));
  };
  add('String()', () => String(value));
  add('template literal', () => `${value as string}`);
  add('concatenation', () => 'value: ' + (value as string));
  add('property key', () => Object.keys({ [value as string]: 1 }));
  add('encodeURIComponent', () => encodeURIComponent(value as string));
  add('URLSearchParams', () => new URLSearchParams({ value: value as string }).toString());
  add('JSON', () => JSON.stringify(value));
  add('JSON within', () => JSON.stringify({ list: [value] }, (_key, inner: unknown) => inner, 2));
  for (const directive of ['%s', '%d', '%i', '%f', '%j', '%o', '%O', '%c']) {
    add(`format ${directive}`, () => format(`${directive} end`, value));
  }
  for (const [name, options] of Object.entries(inspections)) {
    add(`inspect ${name}`, () => inspect(value, options));
    add(`inspect within ${name}`, () => inspect(new Map([[{ value }, new Set([value])]]), options));
  }
  addCopies(add, value);
  addErrors(add, value);
  add('console', () => consoleOutputOf(value));
  return outputs;
}

function addCopies(add: (way: string, make: () => unknown) => void, value: unknown): void {
  const object = value as object;
  add('spread', () => ({ ...object }));
  add('Object.assign', () => Object.assign({}, object));
  add('Object.entries', () => Object.entries(object));
  add('own keys', () => Reflect.ownKeys(object));
  add('own descriptors', () => Object.getOwnPropertyDescriptors(object));
  add('prototype', () => Object.getOwnPropertyDescriptors(Object.getPrototypeOf(object)));
  add('for in', () => {
    const found: unknown[] = [];
    for (const key in object) found.push(key, (object as Record<string, unknown>)[key]);
    return found;
  });
  add('every getter', () => {
    const names = Object.getOwnPropertyNames(Object.getPrototypeOf(object));
    const values = names.map((name) => (object as Record<string, unknown>)[name]);
    return values.filter((found) => typeof found !== 'function');
  });
  add('structuredClone', () => structuredClone(object));
  add('v8.serialize', () => serialize(object).toString('latin1'));
  add('postMessage', () => {
    const { port1, port2 } = new MessageChannel();
    port1.postMessage(object);
    const received: unknown = receiveMessageOnPort(port2);
    port1.close();
    return received;
  });
}

function addErrors(add: (way: string, make: () => unknown) => void, value: unknown): void {
  const printed = (error: Error): string => `${error.message}\n${error.stack}\n${inspectAll(error)}`;
  add('error message', () => printed(new Error(`failed with ${value as string}`)));
  add('error cause', () => printed(new Error('failed', { cause: value })));
  add('aggregate error', () => printed(new AggregateError([value], 'failed')));
  add('assertion', () => attempt(() => assert.deepEqual(value, { other: true })));
  add('test failure', () => attempt(() => expect(value).toStrictEqual({ other: true })));
}

/** What the act gives, or what it throws. */
function attempt(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

function inspectAll(value: unknown): string {
  return Object.values(inspections)
    .map((options) => inspect(value, options))
    .join('\n');
}

function consoleOutputOf(value: unknown): string {
  let output = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      output += chunk.toString();
      done();
    },
  });
  const console = new Console({ stdout: sink, stderr: sink });
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dirxml', 'group'] as const) {
    console[method](value);
    console[method]('value', value, [value], { value });
  }
  for (const options of Object.values(inspections)) console.dir(value, options);
  console.assert(false, value as string);
  console.table(value);
  console.table([value]);
  console.table([{ value }]);
  return output;
}
