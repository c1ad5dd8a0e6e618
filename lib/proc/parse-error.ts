/** The one error that the parsers of this folder throw: the text is not what the kernel writes there. */
export class ProcParseError extends Error {
  override readonly name = 'ProcParseError';

  /**
   * @param file the kind of kernel file, e.g. `stat`
   * @param expected what should have been there
   */
  constructor(
    readonly file: string,
    readonly expected: string,
  ) {
    super(`/proc ${file}: expected ${expected}`);
  }
}
