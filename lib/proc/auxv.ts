/*
 * /proc/PID/auxv, proc_pid_auxv(5) and getauxval(3): pairs of machine words, key and value
 */
import { ProcParseError } from './parse-error';

export interface MachineUnits {
  /** Bytes. */
  pageSize: number;
  ticksPerSecond: number;
}

/** <linux/auxvec.h> */
const AT_NULL = 0;
const AT_PAGESZ = 6;
const AT_CLKTCK = 17;

/**
 * The units in which the kernel counts memory and time.
 * @param wordBytes size of a machine word; words are in the byte order of the machine we run on
 */
export function parseAuxv(bytes: Uint8Array, wordBytes: 4 | 8): MachineUnits {
  // A copy: the bytes may lie anywhere in a larger buffer, and `slice` of a Buffer does not copy.
  const whole = Uint8Array.from(bytes.subarray(0, bytes.length - (bytes.length % (2 * wordBytes))));
  const words = wordBytes === 8 ? new BigUint64Array(whole.buffer) : new Uint32Array(whole.buffer);
  let pageSize = 0;
  let ticksPerSecond = 0;
  for (let i = 0; i + 1 < words.length; i += 2) {
    const key = Number(words[i]);
    if (key === AT_NULL) break;
    if (key === AT_PAGESZ) pageSize = Number(words[i + 1]);
    if (key === AT_CLKTCK) ticksPerSecond = Number(words[i + 1]);
  }
  if (pageSize === 0 || ticksPerSecond === 0) {
    throw new ProcParseError('auxv', 'AT_PAGESZ and AT_CLKTCK');
  }
  return { pageSize, ticksPerSecond };
}

/**
 * Is it a program of 32 bits that the kernel lets run beside those of 64? The first key is a small number: one
 * of 64 bits has only zeros where the value of one of 32 is. Bytes are in the order of x86_64 and arm64.
 *
 * @throws ProcParseError where there is none: threads of the kernel's run no program
 */
export function isOf32Bits(bytes: Uint8Array): boolean {
  if (bytes.length < 8) throw new ProcParseError('auxv', 'a key and a value');
  return bytes.subarray(4, 8).some((byte) => byte !== 0);
}
