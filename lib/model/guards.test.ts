import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namespaceSchema } from './namespace';
import { areNamespaces } from './namespace-guard';
import { processSchema } from './process';
import { areProcesses } from './process-guard';
import { perType } from './namespace-type';

const PROCESS = {
  pid: 42,
  startTicks: '18446744073709551615',
  startedAt: '2026-09-01T08:01:24.200Z',
  ppid: 1,
  nsPids: [42, 1],
  comm: 'sleep',
  args: ['sleep', '1d'],
  argsTruncated: false,
  uid: 0,
  gid: null,
  zombie: false,
  kernelThread: false,
  threads: 1,
  cgroup: null,
  container: null,
  engine: null,
  namespaces: { ...perType((type) => `${type}:4026531836`), time: null },
  unreadable: { gid: 'EACCES' },
};

const NAMESPACE = {
  id: 'user:4026531837',
  lifetime: '7',
  type: 'user',
  host: false,
  parent: 'user:4026531837',
  owner: null,
  ownerUid: 1000,
  relation: 'kernel',
  leader: 42,
  processes: 1,
  containers: ['c1'],
  heldBy: [{ kind: 'fd', pid: 7, path: null }],
  uidMap: [[0, 100000, 65536]],
  gidMap: null,
  unreadable: {},
};

/** Any value, and those that are nearly right. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    1.5,
    2 ** 53,
    '',
    'pid:1',
    'pid:x',
    'mnt',
    'inferred',
    [],
    [1],
    [1.5],
    ['a'],
    [null],
    [[0, 0, 1]],
    [[0, 0]],
    [[0, 0, 1, 2]],
    [{ kind: 'fd', pid: 1, path: '/proc/1/fd/3' }],
    [{ kind: 'dream', pid: 1, path: '' }],
    [{ kind: 'fd', pid: '1', path: '' }],
    [{ kind: 'fd', pid: 1 }],
    {},
    { pid: 'pid:1' },
    perType((type) => `${type}:1`),
    { ...perType((type) => `${type}:1`), uts: 'uts' },
    { args: 1 },
    { args: 'EPERM' },
  ),
  fc.anything(),
);

/** What recordings of before a field was told are read with: the schema fills it in, a server sends it. */
const FILLED_IN = ['engine', 'lifetime'];

describe.each([
  {
    what: 'a process',
    right: PROCESS,
    guard: areProcesses,
    takes: (value: unknown) => processSchema.safeParse(value).success,
    fields: Object.keys(processSchema.shape),
  },
  {
    what: 'a namespace',
    right: NAMESPACE,
    guard: areNamespaces,
    takes: (value: unknown) => namespaceSchema.safeParse(value).success,
    fields: Object.keys(namespaceSchema.shape),
  },
])('the guard of $what', ({ right, guard, takes, fields }) => {
  it('takes what is right', () => {
    expect(guard([right])).toBe(true);
    expect(takes(right)).toBe(true);
    expect(Object.keys(right).toSorted()).toEqual(fields.toSorted());
  });

  it('takes what the schema takes, whichever field is another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), odd, (field, value) => {
        fc.pre(!(FILLED_IN.includes(field) && value === undefined));
        const other = { ...right, [field]: value };
        expect(guard([right, other])).toBe(takes(other));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes nothing without one of its fields', () => {
    for (const field of fields) {
      const less = Object.fromEntries(Object.entries(right).filter(([name]) => name !== field));
      expect([field, guard([less])]).toEqual([field, false]);
    }
  });

  it.each([null, undefined, {}, 'x', [null], [undefined], ['x'], [[]]])(
    'does not take %j',
    (no) => {
      expect(guard(no)).toBe(false);
    },
  );
});
