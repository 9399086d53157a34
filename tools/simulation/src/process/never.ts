/** What a process that died waits for. */
export function never<Value>(): Promise<Value> {
  return new Promise<Value>(() => undefined);
}
