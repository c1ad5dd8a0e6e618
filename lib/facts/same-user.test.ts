import { describe, expect, it } from 'vitest';
import { courseMachine } from '../select/course-machine';
import { sameUsers } from './same-user';

function named(name: string) {
  const found = courseMachine.containers.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

describe('the same user in two containers', () => {
  it('is two users of the host where one of them has a user namespace of its own', () => {
    expect(sameUsers(courseMachine, [named('c1'), named('vault')])).toEqual([
      {
        id: 0,
        onHost: [
          { is: 'known', id: 0 },
          { is: 'known', id: 231_072 },
        ],
      },
    ]);
  });

  it('is one user of the host where both have the host’s', () => {
    const processes = courseMachine.processes.map((each, nth) => ({ ...each, uid: nth }));
    const rows = sameUsers({ ...courseMachine, processes }, [named('c1'), named('c2')]);
    expect(rows.length).toBeGreaterThan(2);
    for (const { id, onHost } of rows) {
      expect(onHost).toEqual([
        { is: 'known', id },
        { is: 'known', id },
      ]);
    }
  });

  it('is not known where a map is not known', () => {
    const namespaces = courseMachine.namespaces.map((each) =>
      each.host ? each : { ...each, uidMap: null, unreadable: { uidMap: 'EACCES' } },
    );
    expect(
      sameUsers({ ...courseMachine, namespaces }, [named('vault'), named('c1')])[0]?.onHost,
    ).toEqual([
      { is: 'unknown', why: 'EACCES' },
      { is: 'known', id: 0 },
    ]);
  });

  it('is nobody where it is not mapped', () => {
    const namespaces = courseMachine.namespaces.map((each) =>
      each.host ? each : { ...each, uidMap: [[1, 1000, 1] as [number, number, number]] },
    );
    const [root] = sameUsers({ ...courseMachine, namespaces }, [named('vault'), named('c1')]);
    expect(root?.onHost[0]).toEqual({ is: 'unmapped' });
  });
});
