import type { Controller } from './use';

/** The files of a controller: in a container's cgroup, in those above it, in those below it. */
export interface ControllerFiles {
  own: readonly string[];
  above: readonly string[];
  below: readonly string[];
}

/** The files of each controller in each version. */
export type Files = Readonly<Record<'v1' | 'v2', Readonly<Record<Controller, ControllerFiles>>>>;

const NOTHING: ControllerFiles = { own: [], above: [], below: [] };
const QUOTA = ['cpu.cfs_quota_us', 'cpu.cfs_period_us', 'cpu.stat'];
/** In every cgroup of v2. */
export const EVERYWHERE = 'cgroup.controllers';
/** Of which tasks there are; neither version has it of those below as well. */
export const THREADS = { v1: 'tasks', v2: 'cgroup.threads' } as const;
const CPU_MAX = ['cpu.max', 'cpu.stat', EVERYWHERE];
const MEMORY_MAX = ['memory.max', EVERYWHERE];
const PIDS_MAX = ['pids.max', EVERYWHERE];

/** How v1 calls each. */
export const V1_NAMES: Readonly<Record<Controller, string>> = {
  memory: 'memory',
  cpu: 'cpu',
  cpuacct: 'cpuacct',
  pids: 'pids',
  io: 'blkio',
  freezer: 'freezer',
};

/**
 * What is read. Some is counted in each cgroup by itself, so that those below are read too. The last
 * of each in v2 is in every cgroup: read after a limit that is not there, it tells that the cgroup still was.
 */
export const FILES: Files = {
  v1: {
    memory: {
      own: [
        'memory.usage_in_bytes',
        'memory.limit_in_bytes',
        'memory.max_usage_in_bytes',
        'memory.stat',
        'memory.oom_control',
      ],
      above: ['memory.limit_in_bytes'],
      below: ['memory.oom_control'],
    },
    cpu: { own: QUOTA, above: QUOTA, below: [] },
    cpuacct: { own: ['cpuacct.usage'], above: [], below: [] },
    pids: {
      own: ['pids.current', 'pids.max', 'pids.events', THREADS.v1],
      above: ['pids.max'],
      below: ['pids.events', THREADS.v1],
    },
    io: {
      // A limit of v1 holds the cgroup that has it and none below.
      own: [
        'blkio.throttle.read_bps_device',
        'blkio.throttle.write_bps_device',
        'blkio.throttle.read_iops_device',
        'blkio.throttle.write_iops_device',
        'blkio.throttle.io_service_bytes_recursive',
        'blkio.throttle.io_service_bytes',
      ],
      above: [],
      below: [],
    },
    freezer: { own: ['freezer.state'], above: [], below: [] },
  },
  v2: {
    memory: {
      own: [
        'memory.current',
        'memory.max',
        'memory.peak',
        'memory.stat',
        'memory.events',
        EVERYWHERE,
      ],
      above: MEMORY_MAX,
      below: [],
    },
    cpu: { own: CPU_MAX, above: CPU_MAX, below: [] },
    cpuacct: { own: ['cpu.stat'], above: [], below: [] },
    pids: {
      own: [
        ...['pids.current', 'pids.max', 'pids.events', 'pids.events.local'],
        ...[THREADS.v2, EVERYWHERE],
      ],
      above: ['pids.max', 'pids.events.local', EVERYWHERE],
      below: ['pids.events', THREADS.v2],
    },
    io: { own: ['io.stat', 'io.max', EVERYWHERE], above: ['io.max', EVERYWHERE], below: [] },
    freezer: { own: ['cgroup.events'], above: [], below: [] },
  },
};

/** What is read of many again and again. */
export const SAMPLED: Files = {
  v1: {
    ...{ memory: just('memory.usage_in_bytes'), cpuacct: just('cpuacct.usage') },
    ...{ pids: just('pids.current'), cpu: NOTHING, io: NOTHING, freezer: NOTHING },
  },
  v2: {
    ...{ memory: just('memory.current'), cpuacct: just('cpu.stat') },
    ...{ pids: just('pids.current'), cpu: NOTHING, io: NOTHING, freezer: NOTHING },
  },
};

/** What is read of many to tell what limits them. */
export const LIMITING: Files = {
  v1: {
    memory: {
      own: ['memory.limit_in_bytes', 'memory.stat'],
      above: ['memory.limit_in_bytes'],
      below: [],
    },
    pids: { own: ['pids.max'], above: ['pids.max'], below: [] },
    ...{ cpu: NOTHING, cpuacct: NOTHING, io: NOTHING, freezer: NOTHING },
  },
  v2: {
    memory: { own: MEMORY_MAX, above: MEMORY_MAX, below: [] },
    pids: { own: PIDS_MAX, above: PIDS_MAX, below: [] },
    ...{ cpu: NOTHING, cpuacct: NOTHING, io: NOTHING, freezer: NOTHING },
  },
};

function just(file: string): ControllerFiles {
  return { ...NOTHING, own: [file] };
}
