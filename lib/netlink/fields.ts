import { NetlinkParseError } from './parse-error';

/** The kernel writes numbers as the processor has them: as typed arrays do. */
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** A stretch of bytes from the kernel, and the fields in it. Every read beyond its end throws NetlinkParseError. */
export class Fields {
  readonly #view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    this.#need(at, 1);
    return this.#view.getUint8(at);
  }

  u16(at: number): number {
    this.#need(at, 2);
    return this.#view.getUint16(at, LITTLE_ENDIAN);
  }

  u32(at: number): number {
    this.#need(at, 4);
    return this.#view.getUint32(at, LITTLE_ENDIAN);
  }

  s32(at: number): number {
    this.#need(at, 4);
    return this.#view.getInt32(at, LITTLE_ENDIAN);
  }

  /** In network order, as ports are. */
  port(at: number): number {
    this.#need(at, 2);
    return this.#view.getUint16(at);
  }

  /** In network order, as the numbers of netfilter are. */
  be32(at: number): number {
    this.#need(at, 4);
    return this.#view.getUint32(at);
  }

  part(at: number, length: number): Uint8Array {
    this.#need(at, length);
    return this.bytes.subarray(at, at + length);
  }

  /** Ended by a zero byte or by the end. */
  text(): string {
    const end = this.bytes.indexOf(0);
    return new TextDecoder().decode(end < 0 ? this.bytes : this.bytes.subarray(0, end));
  }

  #need(at: number, length: number): void {
    if (at + length > this.bytes.length) {
      throw new NetlinkParseError(`${String(at + length)} bytes instead of ${String(this.length)}`);
    }
  }
}

/** A number of 32 bits as the kernel reads it. */
export function bytesOfU32(value: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(value).buffer);
}

/** Of 16 bits. */
export function bytesOfU16(value: number): Uint8Array {
  return new Uint8Array(Uint16Array.of(value).buffer);
}
