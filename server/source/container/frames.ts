/** Which of a container's outputs a piece is of. */
export type Output = 'stdout' | 'stderr';

const HEADER = 8;
const STDERR = 2;

/**
 * Takes apart the stream of an attached container without a terminal: frames of a header (the
 * output's number, three zeros, the length as 32 bits, big endian) and so many bytes. Pieces of a
 * frame are handed on as they come.
 * Source: Docker Engine API, ContainerAttach, "Stream format".
 */
export class Frames {
  readonly #header = Buffer.alloc(HEADER);
  /** Bytes of the header that are there. */
  #known = 0;
  /** Bytes of the frame that are still to come. */
  #rest = 0;

  constructor(private readonly onPiece: (output: Output, piece: Buffer) => void) {}

  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#rest === 0) {
        const taken = chunk.copy(this.#header, this.#known, at, at + HEADER - this.#known);
        this.#known += taken;
        at += taken;
        if (this.#known < HEADER) return;
        this.#known = 0;
        this.#rest = this.#header.readUInt32BE(4);
      } else {
        const piece = chunk.subarray(at, at + this.#rest);
        this.#rest -= piece.length;
        at += piece.length;
        this.onPiece(this.#header[0] === STDERR ? 'stderr' : 'stdout', piece);
      }
    }
  }
}
