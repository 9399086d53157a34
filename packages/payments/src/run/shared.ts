import type { RoutedRequest } from '@ducat/router';
import type { Engine } from '../engine.ts';
import { fingerprintOf } from '../request/fingerprint.ts';
import type { OperationResult } from '../result.ts';
import type { RunOptions } from './first.ts';

type Run = (engine: Engine, asked: RoutedRequest, options: RunOptions) => Promise<OperationResult>;

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
    if (options.signal !== undefined) return run(engine, asked, options);
    const name = `${options.key}/${fingerprintOf(asked.operation, asked.request)}`;
    const known = running.get(name);
    if (known !== undefined) return known;
    const result = run(engine, asked, options).finally(() => running.delete(name));
    running.set(name, result);
    return result;
  };
}
