import { describe, expect, it } from 'vitest';
import type { Host } from '../model/host';
import { namespaceId, type NamespaceId } from '../model/ids';
import { container, courseMachine } from '../select/course-machine';
import { About } from './about';
import { RULES } from './rules';

/* Whose namespace it is: the host's, its engine's, or nobody knows. */

const HOST = courseMachine.host.namespaces;
const ENGINE = namespaceId('pid', '4026539999');
const NOT_READ = { unread: 'EACCES' };

/** What `host-pid` says of a container in this namespace, which was found equal to the host's or the engine's. */
function hostPid(
  own: NamespaceId | null,
  ofHost: NamespaceId | null,
  namespacesFrom: Host['namespacesFrom'] = 'pid1',
) {
  const plain = container({ name: 'one', pid: 77, namespaces: { ...HOST, pid: own } });
  const one = { ...plain, sharing: { ...plain.sharing, pid: 'host' as const } };
  const snapshot = {
    ...courseMachine,
    host: { ...courseMachine.host, namespacesFrom, namespaces: { ...HOST, pid: ofHost } },
    containers: [one],
  };
  const details = { config: NOT_READ, privileges: NOT_READ, use: NOT_READ };
  return RULES['host-pid'].check(new About(snapshot, one, details));
}

describe('a container that was started with --pid host', () => {
  it('is in the host’s, and both links show it', () => {
    const value = 'pid:[4026531836]';
    expect(hostPid(HOST.pid, HOST.pid)).toEqual({
      evidence: [
        { command: 'sudo readlink /proc/77/ns/pid', value },
        { command: 'sudo readlink /proc/1/ns/pid', value },
      ],
    });
  });

  it.each<[from: Host['namespacesFrom'], read: string[]]>([
    ['pid1', ['/proc/77/ns/pid', '/proc/1/ns/pid']],
    ['kthreadd', ['/proc/77/ns/pid', '/proc/2/ns/pid']],
    ['initial', ['/proc/77/ns/pid']],
    ['self', ['/proc/77/ns/pid']],
  ])('where the host’s are those of %s, the links are %j', (from, read) => {
    const commands = hostPid(HOST.pid, HOST.pid, from)?.evidence.map(({ command }) => command);
    expect(commands).toEqual(read.map((path) => `sudo readlink ${path}`));
  });

  it('is in its engine’s, whose daemon lives in one of its own: that is not the host’s', () => {
    expect(hostPid(ENGINE, HOST.pid)).toBeNull();
  });

  it('is undecided where the host’s is not known', () => {
    expect(() => hostPid(ENGINE, null)).toThrow('host-unknown');
  });
});
