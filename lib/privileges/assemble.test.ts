import { describe, expect, it } from 'vitest';
import { parseRights } from '../proc/status';
import { privilegesOf, type PrivilegeReadings } from './assemble';
import { privilegesSchema } from './privileges';

const status = (lines: string) =>
  parseRights(
    'Name:\tx\nUid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nCapInh:\t0000000000000000\n' +
      `CapPrm:\t00000000a00435fb\nCapEff:\t00000000a00435fb\nCapBnd:\t00000000a00435fb\n${lines}`,
  );
const NEW = 'CapAmb:\t0000000000000000\nNoNewPrivs:\t0\nSeccomp:\t2\n';
const known = <T>(value: T) => ({ value, reason: null });
const kept = (reason: string) => ({ value: null, reason });

const told = (change: Partial<PrivilegeReadings> = {}) =>
  privilegesOf({
    ...{ pid: 9, startTicks: '77', architecture: 'x64', kernelThread: false },
    rights: known(status(NEW)),
    label: known('docker-default (enforce)'),
    syscall: known(230),
    of32Bits: known(false),
    wchan: known('hrtimer_nanosleep'),
    namespaceFiles: known([]),
    limits: known([]),
    ...change,
  });

it('tells all that was read, by name', () => {
  expect(told()).toMatchObject({
    ...{ pid: 9, startTicks: '77', seccomp: 'filter', noNewPrivileges: false },
    capabilities: { ambient: [], beyondDefault: ['NET_ADMIN'], withoutDefault: ['MKNOD'] },
    lsm: 'docker-default (enforce)',
    call: { number: 230, name: 'clock_nanosleep' },
    wchan: 'hrtimer_nanosleep',
    unreadable: {},
  });
});

describe('the call', () => {
  it.each<[string, Partial<PrivilegeReadings>, object]>([
    [
      'of a thread of the kernel is none, though its file says 0',
      { kernelThread: true, syscall: known(0), of32Bits: kept('EBADMSG') },
      { call: 'none', unreadable: {} },
    ],
    [
      'of one is none for who may not read it as well',
      { kernelThread: true, syscall: kept('EACCES'), wchan: known(null) },
      { call: 'none', wchan: null, unreadable: { wchan: 'EACCES' } },
    ],
    ['of a program is read(2)', { syscall: known(0) }, { call: { number: 0, name: 'read' } }],
    ['is not known while it runs', { syscall: known('running') }, { call: 'running' }],
    ['of a zombie is none', { syscall: known('none') }, { call: 'none', unreadable: {} }],
    [
      'is kept from who has no right',
      { syscall: kept('EACCES'), of32Bits: kept('EACCES') },
      { call: null, unreadable: { call: 'EACCES' } },
    ],
    [
      'of a newer kernel is a number',
      { syscall: known(4000) },
      { call: { number: 4000, name: null }, unreadable: { 'call.name': 'not-in-table' } },
    ],
    [
      'of a program of 32 bits is a number',
      { syscall: known(162), of32Bits: known(true) },
      { call: { number: 162, name: null }, unreadable: { 'call.name': '32-bit' } },
    ],
    [
      'is a number where it is not known which program it is',
      { of32Bits: kept('EIO') },
      { call: { number: 230, name: null }, unreadable: { 'call.name': 'EIO' } },
    ],
  ])('%s', (_, change, expected) => {
    expect(told(change)).toMatchObject(expected);
  });
});

describe('where it waits', () => {
  it.each<[string, Partial<PrivilegeReadings>, object]>([
    ['nowhere', { wchan: known(null) }, { wchan: null, unreadable: {} }],
    [
      'is not known to who lacks the right, and reads 0',
      { wchan: known(null), syscall: kept('EACCES') },
      { wchan: null, unreadable: { call: 'EACCES', wchan: 'EACCES' } },
    ],
    ['could not be read', { wchan: kept('ENOENT') }, { unreadable: { wchan: 'ENOENT' } }],
  ])('%s', (_, change, expected) => {
    expect(told(change)).toMatchObject(expected);
  });
});

describe('the label', () => {
  it.each<[string, PrivilegeReadings['label'], Record<string, string>]>([
    ['no module gives any', kept('EINVAL'), {}],
    ['the kernel has no modules', kept('ENOENT'), {}],
    ['it is empty', known(null), {}],
    ['it is kept from us', kept('EACCES'), { lsm: 'EACCES' }],
  ])('%s', (_, label, unreadable) => {
    const { lsm, unreadable: reasons } = told({ label });
    expect(lsm).toBeNull();
    expect(reasons).toEqual(unreadable);
  });
});

it('what an older kernel does not tell is not known, and not off', () => {
  const { capabilities, seccomp, noNewPrivileges, unreadable } = told({
    rights: known(status('')),
  });
  expect([capabilities.ambient, seccomp, noNewPrivileges]).toEqual([null, null, null]);
  expect(unreadable).toEqual({
    'capabilities.ambient': 'not-told',
    seccomp: 'not-told',
    noNewPrivileges: 'not-told',
  });
});

it('every field that is not known has its reason', () => {
  const reason = kept('EIO');
  const nothing = told({
    ...{ rights: reason, label: reason, syscall: reason, wchan: reason },
    ...{ namespaceFiles: reason, limits: reason },
  });
  expect(Object.keys(nothing.unreadable).sort()).toEqual(
    [
      ...Object.entries(nothing).flatMap(([name, value]) => (value === null ? [name] : [])),
      ...Object.keys(nothing.capabilities).map((name) => `capabilities.${name}`),
    ].sort(),
  );
  expect(privilegesSchema.parse(nothing)).toEqual(nothing);
});
