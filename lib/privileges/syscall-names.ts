import type { Told } from '../inside/told';
import { SYSCALLS } from './syscall-table';

/** The architectures of which the numbers are known, as Node calls them. */
export type Architecture = keyof typeof SYSCALLS;

/** In the numbers of x32, programs of 32 bits with 64-bit registers: __X32_SYSCALL_BIT of asm/unistd.h. */
const X32 = 0x4000_0000;

const tables = new Map<Architecture, ReadonlyMap<number, string>>();

/**
 * The name of a system call, or why it has none.
 *
 * @param architecture of the machine, as Node calls it
 * @param of32Bits the program is one of 32 bits: these number calls in another way
 */
export function syscallName(number: number, architecture: string, of32Bits: boolean): Told<string> {
  if (!isKnown(architecture)) return { value: null, reason: 'other-architecture' };
  if (of32Bits || number >= X32) return { value: null, reason: '32-bit' };
  const value = tableOf(architecture).get(number);
  return value === undefined ? { value: null, reason: 'not-in-table' } : { value, reason: null };
}

function isKnown(architecture: string): architecture is Architecture {
  return Object.hasOwn(SYSCALLS, architecture);
}

function tableOf(architecture: Architecture): ReadonlyMap<number, string> {
  const known = tables.get(architecture);
  if (known !== undefined) return known;
  const table = new Map(
    Array.from(SYSCALLS[architecture].matchAll(/(\d+):(\w+)/g), ([, number, name = '']) => [
      Number(number),
      name,
    ]),
  );
  tables.set(architecture, table);
  return table;
}
