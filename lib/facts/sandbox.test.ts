import { describe, expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { namespaceId, type NamespaceId } from '../model/ids';
import type { NamespaceSet } from '../model/namespace-set';
import type { NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { findSandboxes } from '../sandboxes/find';
import { withSandboxes } from '../sandboxes/fixtures/with-sandboxes';
import { spacesIn } from '../sandboxes/spaces';
import { courseMachine } from '../select/course-machine';
import { sandboxArcSentence, sandboxFacts, sandboxSentence } from './sandbox';

const messages = messagesFor('en');
const mnt = (nth: number) => namespaceId('mnt', String(nth));
const of = (name: string, type: NamespaceType): NamespaceId | null =>
  courseMachine.containers.find((each) => each.name === name)?.namespaces[type] ?? null;

/** The first sandbox of the course's machine with these, and where it is. */
function first(machine: Snapshot) {
  const { sandboxes } = findSandboxes(machine);
  const [sandbox] = sandboxes;
  if (sandbox === undefined) throw new Error('there is no sandbox');
  return { sandbox, spaces: spacesIn(machine, sandboxes)(sandbox) };
}
const machineWith = (...sets: Partial<NamespaceSet>[]) => withSandboxes(courseMachine, ...sets);

describe('a part of it says', () => {
  it.each<[string, Partial<NamespaceSet>[], NamespaceType, string]>([
    [
      'that it is its own',
      [{ mnt: mnt(71) }],
      'mnt',
      'sleep has a mount namespace of its own, mnt:[71]',
    ],
    [
      'that it is the host’s',
      [{ mnt: mnt(71) }],
      'net',
      'sleep is in the host’s network namespace net:[4026531840]',
    ],
    [
      'which containers share it',
      [{ mnt: mnt(71), pid: of('c1', 'pid') }],
      'pid',
      'sleep shares its PID namespace pid:[4026532183] with c1 and c2',
    ],
    [
      'which sandboxes do, by their numbers, for several have one name',
      [{ mnt: mnt(71) }, { mnt: mnt(71), net: namespaceId('net', '9') }],
      'mnt',
      'sleep shares its mount namespace mnt:[71] with sleep (20002)',
    ],
    [
      'that it could not be read',
      [{ mnt: mnt(71), uts: null }],
      'uts',
      'The UTS namespace of sleep could not be read',
    ],
  ])('%s', (_, sets, type, sentence) => {
    const { sandbox, spaces } = first(machineWith(...sets));
    expect(sandboxArcSentence(sandbox, spaces, type, messages)).toBe(sentence);
  });
});

it('says in which types it is not in the host’s, of those that are known', () => {
  const { sandbox, spaces } = first(machineWith({ mnt: mnt(71), pid: of('c1', 'pid'), uts: null }));
  expect(sandboxSentence(sandbox, spaces, messages)).toBe(
    'sleep, sandbox, 1 process, PID 20001: not in the host’s pid, mnt namespaces',
  );
});

it('tells who started it, who is in it, and commands that show each fact', () => {
  const machine = machineWith({ mnt: mnt(71) });
  const { sandbox } = first(machine);
  const facts = sandboxFacts(machine, sandbox);
  expect([facts.parent?.pid, facts.within]).toEqual([1, null]);
  expect(facts.processes.rows.map(({ process }) => process.pid)).toEqual([20_001]);
  expect(facts.nameProof).toBe('ps -o pid,ppid,comm,args -p 20001');
  const [space] = facts.spaces.filter(({ type }) => type === 'mnt');
  expect([space?.proof, space?.why]).toEqual(['sudo readlink /proc/20001/ns/mnt', null]);
});

it('shows a name that its cgroup tells by that', () => {
  const machine = machineWith({ mnt: mnt(71) });
  const processes = machine.processes.map((each) =>
    each.pid === 20_001 ? { ...each, cgroup: '/lxc.payload.web' } : each,
  );
  const { sandbox } = first({ ...machine, processes });
  expect(sandbox.name).toBe('web');
  expect(sandboxFacts({ ...machine, processes }, sandbox).nameProof).toBe('cat /proc/20001/cgroup');
});
