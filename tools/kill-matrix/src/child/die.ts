/** SIGKILL: no handler runs, nothing is flushed, no thread goes on. */
export function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // Not reached: the system ends the process before the call comes back.
  throw new Error('this process survived SIGKILL');
}
