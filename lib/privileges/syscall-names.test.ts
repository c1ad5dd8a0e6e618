import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { syscallName } from './syscall-names';
import { SYSCALLS } from './syscall-table';

describe('the name of a system call', () => {
  it.each([
    ['x64', 0, 'read'],
    ['x64', 230, 'clock_nanosleep'],
    ['x64', 34, 'pause'],
    ['arm64', 63, 'read'],
    ['arm64', 115, 'clock_nanosleep'],
    ['arm64', 0, 'io_setup'],
    ['x64', 462, 'mseal'],
    ['arm64', 462, 'mseal'],
  ])('%s %i', (architecture, number, value) => {
    expect(syscallName(number, architecture, false)).toEqual({ value, reason: null });
  });

  it.each([
    ['of a newer kernel', 4000, 'x64', false, 'not-in-table'],
    ['between two tables', 350, 'x64', false, 'not-in-table'],
    ['of a program of 32 bits', 162, 'x64', true, '32-bit'],
    ['of x32', 0x4000_0000, 'x64', false, '32-bit'],
    ['of another machine', 4, 'riscv64', false, 'other-architecture'],
    ['of a machine with a hostile name', 4, 'constructor', false, 'other-architecture'],
  ])('%s is not known', (_, number, architecture, of32Bits, reason) => {
    expect(syscallName(number, architecture, of32Bits)).toEqual({ value: null, reason });
  });
});

/** Names of the numbers 0 to 499 as libseccomp knows them; `UNKNOWN` where it does not, none where it is not there. */
function resolved(machine: string): readonly string[] {
  const script = 'for n in $(seq 0 499); do scmp_sys_resolver -a "$0" $n; done';
  const { stdout } = spawnSync('sh', ['-c', script, machine], { encoding: 'utf8' });
  return stdout.split('\n').slice(0, -1);
}

describe.each([
  ['x64', 'x86_64'],
  ['arm64', 'aarch64'],
])('the table of %s', (architecture, machine) => {
  const names = resolved(machine);

  it.skipIf(names.length === 0)('is what scmp_sys_resolver knows', () => {
    const known = names.flatMap((name, number) => (name === 'UNKNOWN' ? [] : [[number, name]]));
    expect(known.length).toBeGreaterThan(300);
    expect(
      known.map(([number]) => [number, syscallName(Number(number), architecture, false).value]),
    ).toEqual(known);
  });
});

it.each(Object.entries(SYSCALLS))('the table of %s has each number once, ascending', (_, table) => {
  const numbers = Array.from(table.matchAll(/(\d+):/g), ([, number]) => Number(number));
  expect(numbers.length).toBeGreaterThan(300);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});
