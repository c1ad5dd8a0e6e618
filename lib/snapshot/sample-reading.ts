import { containerKey, type ContainerId, type ContainerKey } from '../model/ids';
import { perType } from '../model/namespace-type';
import type { ProcessReading } from '../proc/reading';

/** A sleeping process of root whose namespaces could not be read, for tests. */
export function sampleReading(pid: number, ppid = 0, cgroup: string | null = '/'): ProcessReading {
  return {
    pid,
    ppid,
    cgroup,
    startTicks: '1',
    comm: 'sleep',
    state: 'S',
    threads: 1,
    rssBytes: 0,
    cpuTicks: 0,
    kernelThread: false,
    args: [],
    argsTruncated: false,
    nsPids: [pid],
    uid: 0,
    gid: 0,
    namespaces: perType(() => null),
    unreadable: {},
  };
}

/** What a container goes by where a test has one engine. */
export function sampleKey(id: ContainerId): ContainerKey {
  return containerKey({ engine: 'docker', id });
}
