const NEWLINE = 0x0a;

/** Puts lines together out of pieces that end anywhere. */
export class Lines {
  #pieces: Buffer[] = [];
  #length = 0;

  /**
   * @param longest bytes of a line, above which `onTooLong` is called and the line dropped: who
   * writes without end must not fill our memory
   */
  constructor(
    private readonly longest: number,
    private readonly onLine: (line: string) => void,
    private readonly onTooLong: () => void,
  ) {}

  push(chunk: Buffer): void {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      this.#keep(chunk.subarray(from, at));
      const line = Buffer.concat(this.#pieces).toString();
      this.#forget();
      from = at + 1;
      this.onLine(line);
    }
    this.#keep(chunk.subarray(from));
  }

  #keep(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length <= this.longest) return;
    this.#forget();
    this.onTooLong();
  }

  #forget(): void {
    this.#pieces = [];
    this.#length = 0;
  }
}
