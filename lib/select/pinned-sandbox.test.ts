import { describe, expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import { courseMachine, process as ran } from './course-machine';
import { pinnedSandbox } from './pinned-sandbox';

describe('a sandbox that is selected', () => {
  const [record] = courseMachine.namespaces;
  if (record === undefined) throw new Error('the course machine has namespaces');
  const uts = namespaceId('uts', '71');
  const inIt = (pid: number, of = uts) =>
    ran({ pid, namespaces: { ...courseMachine.host.namespaces, uts: of } });
  const having = (lifetime: string, ...processes: ReturnType<typeof ran>[]) => ({
    ...courseMachine,
    processes,
    namespaces: [{ ...record, id: uts, type: 'uts' as const, lifetime }],
  });
  const both = having('a', inIt(20_001), inIt(20_002));
  const selection = pinnedSandbox(both, { kind: 'sandbox', pid: 20_001 });
  const other = inIt(20_001, namespaceId('uts', '72'));

  it.each([
    ['is the same object while nothing of it changes', both, 20_001],
    ['stays when its topmost process ends', having('a', inIt(20_002)), 20_002],
    ['stays when that goes elsewhere', having('a', other, inIt(20_002)), 20_002],
    ['goes along where nobody is left in it', having('a', other), 20_001],
    ['is gone with the last in it', having('a'), 20_001],
    ['is no other in a namespace that has the number now', having('b', inIt(20_003)), 20_001],
    [
      'is no process of a container',
      having('a', { ...inIt(20_003), container: 'docker:x/1' }),
      20_001,
    ],
  ])('%s', (_, machine, pid) => {
    const now = pinnedSandbox(machine, selection);
    expect(now.pid).toBe(pid);
    expect(pinnedSandbox(machine, now)).toBe(now);
    if (pid === 20_001) expect(now).toBe(selection);
  });

  const hosts = (pid: number) => ran({ pid, namespaces: courseMachine.host.namespaces });
  const unread = { ...courseMachine.host.namespaces, uts: null };
  it.each([
    ['of the host', hosts(20_001), hosts(20_002)],
    [
      'of which it is not known',
      { ...inIt(1), namespaces: unread },
      { ...inIt(2), namespaces: unread },
    ],
    ['of a container', { ...inIt(20_001), container: 'docker:x/1' }, inIt(20_002)],
  ])('is no other process where it is one %s', (_, first, second) => {
    const chosen = { kind: 'sandbox', pid: first.pid } as const;
    const now = pinnedSandbox(having('a', first, second), chosen);
    expect(now).toBe(chosen);
    expect(pinnedSandbox(having('a', second), now)).toBe(chosen);
  });
});
