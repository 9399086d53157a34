/**
 * Why a command could not do what it was asked: one sentence that names the file, the line and the field, as far as
 * there are any. The exit code is 2.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
}
