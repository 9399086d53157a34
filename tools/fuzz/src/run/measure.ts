/** Nothing may take longer for one input, in milliseconds. */
export const slowest = 50;

/** Longer than any parser needs for an input of ordinary size: worth another look. */
export const remarkable = 5;

const repeats = 7;
/** What takes so long altogether need not be measured again. */
const longestMilliseconds = 1000;

/**
 * The least that the call takes in several tries, in milliseconds. Once may be the garbage of a thousand inputs before
 * it, or whatever else the machine does; every time is the parser.
 */
export async function leastCost(call: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  const end = performance.now() + longestMilliseconds;
  for (let repeat = 0; repeat < repeats && least > remarkable && performance.now() < end; repeat += 1) {
    const before = process.threadCpuUsage();
    const began = performance.now();
    try {
      await call();
    } catch {
      // What it throws was judged before.
    }
    const passed = performance.now() - began;
    const { user, system } = process.threadCpuUsage(before);
    // Processor time comes in ticks of some milliseconds: too coarse for anything but the question of too long.
    least = Math.min(least, passed > slowest ? Math.min(passed, (user + system) / 1000) : passed);
  }
  return least;
}
