/**
 * Makes `util.inspect` and `console` print instances as the function says. A method with a computed name would do the
 * same, but isolated declarations cannot describe one.
 */
export function showInInspect<T extends object>(
  type: new (...parameters: never[]) => T,
  show: (value: T) => string,
): void {
  Object.defineProperty(type.prototype, Symbol.for('nodejs.util.inspect.custom'), {
    value(this: T): string {
      return show(this);
    },
  });
}
