/** When in a step the process dies: before it begins, some time after that, or when its answer is there and not yet used. */
export type Moment = 'before' | 'within' | 'after';

/** One place at which a process is killed. */
export interface Point {
  /** `append 2`: the second of its kind in a life. */
  readonly step: string;
  readonly moment: Moment;
  /** For `within`: so long after the step began. */
  readonly microseconds: number;
}

/** `append 2:before`, `append 2:within:840`. */
export function nameOfPoint({ step, moment, microseconds }: Point): string {
  return moment === 'within' ? `${step}:${moment}:${microseconds}` : `${step}:${moment}`;
}

/** @throws TypeError for a text that names none. */
export function readPoint(text: string): Point {
  const found = /^([a-zA-Z]+ \d+):(before|after|within)(?::(\d+))?$/.exec(text);
  const [, step, moment, microseconds] = found ?? [];
  if (step === undefined || moment === undefined || (moment === 'within') !== (microseconds !== undefined)) {
    throw new TypeError(`--step must be like "append 2:before" or "post 1:within:840", not "${text}"`);
  }
  return { step, moment: moment as Moment, microseconds: Number(microseconds ?? 0) };
}
