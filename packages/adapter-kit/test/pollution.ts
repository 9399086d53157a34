/** What the step gives while every object of the process has a field `polluted` that nobody expects. */
export function amidPollution<Result>(polluted: unknown, step: () => Result): Result {
  const everyObject = Object.prototype as { polluted?: unknown };
  everyObject.polluted = polluted;
  try {
    return step();
  } finally {
    delete everyObject.polluted;
  }
}
