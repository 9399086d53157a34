/** Writes a line with its details. */
export type Log = (details: object, message: string) => void;

/**
 * Where the engine tells operators what they have to know. pino's loggers fit as they are, and so does anything else
 * with these four methods.
 *
 * Details are made of names, numbers and texts that the library chose: keys of operations, references, providers, codes.
 * No request, no card data, no token and no key of an account is ever among them.
 */
export interface Logger {
  readonly debug: Log;
  readonly info: Log;
  readonly warn: Log;
  readonly error: Log;
}
