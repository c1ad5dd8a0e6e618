import { bytesOfU16, Fields } from './fields';
import { NetlinkParseError } from './parse-error';

/*
 * Attributes, struct nlattr of linux/netlink.h: length (its own four bytes counted), type, value,
 * padded to four bytes.
 */

const HEAD = 4;
/** Without NLA_F_NESTED and NLA_F_NET_BYTEORDER, which say how the value is written. */
const TYPE_MASK = 0x3fff;

/** @returns every attribute from `at` to the end; of several of one type the last */
export function attributesIn(fields: Fields, at = 0): ReadonlyMap<number, Fields> {
  return new Map(eachAttribute(fields, at));
}

/** @returns what a list has, whatever its attributes are called: they are all of one type */
export function valuesIn(fields: Fields): Fields[] {
  return eachAttribute(fields, 0).map(([, value]) => value);
}

function eachAttribute(fields: Fields, from: number): [type: number, value: Fields][] {
  const attributes: [number, Fields][] = [];
  // What is shorter than a head is the padding of the last.
  for (let at = from; fields.length - at >= HEAD;) {
    const length = fields.u16(at);
    if (length < HEAD) throw new NetlinkParseError('an attribute');
    const value = new Fields(fields.part(at + HEAD, length - HEAD));
    attributes.push([fields.u16(at + 2) & TYPE_MASK, value]);
    at += padded(length);
  }
  return attributes;
}

export function attribute(type: number, value: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(padded(HEAD + value.length));
  bytes.set(bytesOfU16(HEAD + value.length), 0);
  bytes.set(bytesOfU16(type), 2);
  bytes.set(value, HEAD);
  return bytes;
}

/** The next multiple of four. */
export function padded(length: number): number {
  return (length + 3) & ~3;
}
