import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCgroup, tellingPath } from '../proc/cgroup';
import type { ProcessReading } from '../proc/reading';
import { attribute } from './attribution';
import { CgroupNames } from './cgroup-names';
import { findLeaders } from './leaders';
import { sampleKey, sampleReading } from './sample-reading';

/* fault 10: every way in which engines name cgroups (lib/proc/fixtures/cgroups, see its README). */

const FOLDER = new URL('../proc/fixtures/cgroups/', import.meta.url);
const A = '72f73109d6cee4b959093cd348dbb5b8d9f83724eea9bbeb04132b5a7d57ca0b';
const B = 'ae836c95b4c3c9e9179e0e91015512da89fdec91612f63cebae57df9a5444c79';

/** The monitor starts the leader, the leader its child; the others are started by PID 1. */
const PIDS = {
  monitor: [10, 1],
  leader: [11, 10],
  child: [12, 11],
  other: [13, 1],
  outside: [14, 1],
};

const scenarios = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function processesOf(scenario: string): Map<number, ProcessReading> {
  const processes = new Map<number, ProcessReading>();
  for (const [role, [pid = 0, ppid = 0]] of Object.entries(PIDS)) {
    const file = new URL(`${scenario}/${role}`, FOLDER);
    if (!existsSync(file)) continue;
    const cgroup = tellingPath(parseCgroup(readFileSync(file, 'utf8')));
    processes.set(pid, {
      ...sampleReading(pid, ppid, cgroup),
      ...(role === 'monitor' ? monitorOf(scenario) : {}),
    });
  }
  return processes;
}

const monitorOf = (scenario: string): Pick<ProcessReading, 'comm' | 'args'> =>
  /^(podman|kubernetes-crio)/.test(scenario)
    ? { comm: 'conmon', args: ['/usr/bin/conmon', '--api-version', '1', '-c', A, '-u', A] }
    : {
        comm: 'containerd-shim',
        args: ['/usr/bin/containerd-shim-runc-v2', '-namespace', 'moby', '-id', A],
      };

it('there are recordings', () => {
  expect(scenarios.length).toBeGreaterThan(18);
});

describe.each(scenarios)('fault 10: %s', (scenario) => {
  const processes = processesOf(scenario);
  const containers = [
    { key: sampleKey(A), id: A, pid: 11 },
    { key: sampleKey(B), id: B, pid: 0 },
  ];
  const names = new CgroupNames(containers);
  const leaders = findLeaders(containers, processes, names);

  it('the leader is the leader, whatever its cgroup is called', () => {
    expect(leaders.get(sampleKey(A))?.pid).toBe(11);
  });

  it('leader and child are the container’s, the monitor and others are not', () => {
    const belongs = attribute(processes, names, leaders);
    const others = processes.has(13) ? [[13, sampleKey(B)]] : [];
    // The daemon of Docker in Docker or of a node of kind, and so its monitor, is in a container itself.
    const isWithin = scenario === 'docker-in-docker' || scenario === 'kind';
    const monitor = isWithin ? [[10, sampleKey(B)]] : [];
    expect([...belongs]).toEqual([...monitor, [11, sampleKey(A)], [12, sampleKey(A)], ...others]);
  });

  it('none but the leader counts as such', () => {
    for (const pid of [10, 12, 13, 14]) {
      const found = findLeaders([{ key: sampleKey(A), id: A, pid }], processes, names);
      expect(found.get(sampleKey(A))).toBeUndefined();
    }
  });
});
