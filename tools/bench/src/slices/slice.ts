import { quantile } from '../arithmetic/statistics.ts';

/** So many calls, so many of them at a time. */
export interface SliceOrder {
  readonly calls: number;
  readonly inFlight: number;
}

/** What a slice came to; times in microseconds. */
export interface Slice {
  /** From the first call to the last answer. */
  readonly wall: number;
  /** Of all threads of the process, for one call. */
  readonly cpu: number;
  readonly p50: number;
  readonly p99: number;
}

/** @throws whatever a call throws: nothing that fails is measured. */
export async function runSlice(
  call: (number: number) => Promise<void>,
  { calls, inFlight }: SliceOrder,
): Promise<Slice> {
  const times: number[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < calls) {
      const began = performance.now();
      await call(next++);
      times.push(performance.now() - began);
    }
  };
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  await Promise.all(Array.from({ length: inFlight }, lane));
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    wall: wall * 1000,
    cpu: (user + system) / calls,
    p50: quantile(times, 0.5) * 1000,
    p99: quantile(times, 0.99) * 1000,
  };
}
