import { padded } from '../netlink/attributes';
import type { Fields } from '../netlink/fields';
import { unknown, type Bytes } from './packet';

/** The kernel writes its own numbers as the processor has them. */
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

const WORD = 4;
/** Registers of 16 bytes are numbered from 1, those of 4 bytes from 8 on, over the same bytes. */
const FIRST_SHORT = 8;
const SHORTS_BEFORE = 4;

/** What a rule has loaded to compare it. Bytes that are not known are null. */
export class Registers {
  readonly #bytes: Bytes = unknown(20 * WORD);

  /** What is no whole number of words is filled up with zeros, as the kernel does it. */
  load(register: number, bytes: Bytes): void {
    const whole = [...bytes, ...new Array<number>(padded(bytes.length) - bytes.length).fill(0)];
    this.#bytes.splice(startOf(register), whole.length, ...whole);
  }

  at(register: number, length: number): Bytes {
    const start = startOf(register);
    return Array.from({ length }, (_, at) => this.#bytes[start + at] ?? null);
  }
}

function startOf(register: number): number {
  const word = register < FIRST_SHORT ? register * SHORTS_BEFORE : register - SHORTS_BEFORE;
  return word * WORD;
}

/** A number of the kernel's own. */
export function ownNumber(value: number, length: 1 | 4): Bytes {
  if (length === 1) return [value & 0xff];
  const bytes = [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);
  return LITTLE_ENDIAN ? bytes : bytes.reverse();
}

/** A name, padded as the kernel does it. */
export function nameBytes(name: string): Bytes {
  const bytes = new TextEncoder().encode(name).slice(0, 15);
  return Array.from({ length: 16 }, (_, at) => bytes[at] ?? 0);
}

/** Are they equal? Null: what is known of them is. */
export function isEqual(a: Bytes, b: Bytes): boolean | null {
  let known = true;
  for (const [at, byte] of a.entries()) {
    const other = b[at] ?? null;
    if (byte === null || other === null) known = false;
    else if (byte !== other) return false;
  }
  return known ? true : null;
}

/** Less than 0: a is before b, compared byte by byte. Null: not known. */
export function compare(a: Bytes, b: Bytes): number | null {
  for (const [at, byte] of a.entries()) {
    const other = b[at] ?? null;
    if (byte === null || other === null) return null;
    if (byte !== other) return byte - other;
  }
  return 0;
}

export function bytesIn(fields: Fields): Bytes {
  return [...fields.bytes];
}
