import type { RoutedRequest } from '@ducat/router';
import type { Engine } from '../engine.ts';
import { fingerprintOf } from '../request/fingerprint.ts';
import type { OperationResult } from '../result.ts';
import type { FirstOptions, RunOptions } from './first.ts';

type Run = (engine: Engine, asked: RoutedRequest, options: FirstOptions) => Promise<OperationResult>;

/**
 * Gives repeats of an operation that is running in this process its very result, without asking the journal. A caller
 * that can stop waiting runs by itself: it must neither end the others' wait nor have to share theirs.
 */
export function shared(): (
  engine: Engine,
  asked: RoutedRequest,
  options: RunOptions,
  run: Run,
) => Promise<OperationResult> {
  const running = new Map<string, Promise<OperationResult>>();
  return (engine, asked, options, run) => {
    const fingerprint = fingerprintOf(asked.operation, asked.request);
    const { key, signal } = options;
    if (signal !== undefined) return run(engine, asked, { key, signal, fingerprint });
    const name = `${key}/${fingerprint}`;
    const known = running.get(name);
    if (known !== undefined) return known;
    const result = run(engine, asked, { key, fingerprint });
    running.set(name, result);
    const forget = (): unknown => running.delete(name);
    result.then(forget, forget);
    return result;
  };
}
