import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tellsOfHypervisor } from './cpuinfo';
import { ProcParseError } from './parse-error';

const recorded = readFileSync(new URL('./fixtures/machine/cpuinfo', import.meta.url), 'latin1');

describe('whether a processor tells of a hypervisor', () => {
  it.each<[string, string, boolean]>([
    ['recorded in a virtual machine', recorded, true],
    ['the same without the flag', recorded.replaceAll(' hypervisor', ''), false],
    ['a flag whose name begins so', 'flags\t\t: fpu hypervisor_x vme\n', false],
    ['the last flag', 'flags\t\t: fpu hypervisor\n', true],
    ['another line that has the word', 'model name\t: hypervisor\nflags\t\t: fpu\n', false],
  ])('%s', (_, text, expected) => {
    expect(tellsOfHypervisor(text)).toBe(expected);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['arm64, which has no flags', 'processor\t: 0\nFeatures\t: fp asimd evtstrm\n'],
    ['a line that goes on beyond what was read', 'processor\t: 0\nflags\t\t: fpu hyperv'],
  ])('is not known of %s', (_, text) => {
    expect(() => tellsOfHypervisor(text)).toThrow(ProcParseError);
  });
});
