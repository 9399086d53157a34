import type { Activity, Attributes, Observer } from './observer.ts';

/** Runs something under the eyes of an observer that can neither stop nor change nor repeat it. */
export function during<Result>(
  observer: Observer | undefined,
  activity: Activity,
  run: () => Promise<Result>,
  ending: (result: Result) => Attributes,
): Promise<Result> {
  if (observer === undefined) return run();
  let running: Promise<Result> | undefined;
  const once = (): Promise<Result> => (running ??= start(run));
  try {
    observer.during(activity, once, ending).catch(() => undefined);
  } catch {
    // Somebody else's defect: the payment goes on.
  }
  return once();
}

/** A throw becomes a rejection: what was tried once must not look as if it had not been. */
async function start<Result>(run: () => Promise<Result>): Promise<Result> {
  return await run();
}
