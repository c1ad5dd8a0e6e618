import type { Container } from '../model/container';
import type { Use } from '../use/use';
import { known, type Family, type Sample } from './family';

/** What a container uses, and when that was read. */
export interface UseOf {
  container: Pick<Container, 'id' | 'name' | 'image'>;
  use: Pick<Use, 'paths' | 'memory' | 'cpu' | 'pids' | 'io' | 'unreadable'>;
  /** Milliseconds since 1970. */
  readAt: number;
}

/** A family that has at most one number of each container. Null: unknown, and no sample. */
interface Spec extends Pick<Family, 'help' | 'type'> {
  of: (told: UseOf) => number | null;
  more?: Readonly<Record<string, string>>;
}

/**
 * Named, and in units, as cAdvisor has them, so that what is drawn of those draws these as well. No limit is 0
 * there; a limit that is unknown is no sample.
 */
const SPECS: Readonly<Record<string, Spec>> = {
  container_last_seen: {
    help: 'When the numbers of this container were read, in seconds since 1970.',
    type: 'gauge',
    of: ({ readAt }) => Math.floor(readAt / 1000),
  },
  container_memory_usage_bytes: {
    help: 'Memory in use, what is kept of files too.',
    type: 'gauge',
    of: ({ use: { memory } }) => memory.usedBytes,
  },
  container_memory_max_usage_bytes: {
    help: 'The most memory that was in use.',
    type: 'gauge',
    of: ({ use: { memory } }) => memory.peakBytes,
  },
  container_memory_cache: {
    help: 'Bytes of memory that are kept of files.',
    type: 'gauge',
    of: ({ use: { memory } }) => memory.cacheBytes,
  },
  container_spec_memory_limit_bytes: {
    help: 'The limit of memory that counts, its own or one of a cgroup above; 0: none.',
    type: 'gauge',
    of: ({ use }) => limitOf(use.memory.limitBytes, use.unreadable['memory.limitBytes']),
  },
  container_oom_events_total: {
    help: 'Processes that were killed because there was no memory left.',
    type: 'counter',
    of: ({ use: { memory } }) => memory.oomKills,
  },
  container_cpu_usage_seconds_total: {
    help: 'Seconds of processor time.',
    type: 'counter',
    of: ({ use: { cpu } }) => seconds(cpu.usedMs),
    more: { cpu: 'total' },
  },
  container_spec_cpu_quota: {
    help: 'Microseconds of processor time in a period, of the limit that counts.',
    type: 'gauge',
    of: ({ use: { cpu } }) => microseconds(cpu.quotaMs),
  },
  container_spec_cpu_period: {
    help: 'The period of that limit, in microseconds.',
    type: 'gauge',
    of: ({ use: { cpu } }) => microseconds(cpu.periodMs),
  },
  container_cpu_cfs_periods_total: {
    help: 'Periods that passed in the cgroup that has the limit.',
    type: 'counter',
    of: ({ use: { cpu } }) => cpu.periods,
  },
  container_cpu_cfs_throttled_periods_total: {
    help: 'Of these, periods in which it had to wait.',
    type: 'counter',
    of: ({ use: { cpu } }) => cpu.throttledPeriods,
  },
  container_cpu_cfs_throttled_seconds_total: {
    help: 'Seconds that it had to wait.',
    type: 'counter',
    of: ({ use: { cpu } }) => seconds(cpu.throttledMs),
  },
  container_threads: {
    help: 'What counts against the limit of processes: threads and zombies.',
    type: 'gauge',
    of: ({ use: { pids } }) => pids.current,
  },
  container_threads_max: {
    help: 'The limit of processes that counts; 0: none.',
    type: 'gauge',
    of: ({ use }) => limitOf(use.pids.limit, use.unreadable['pids.limit']),
  },
};

/** Of block devices, each a sample of its own. */
const DEVICE_SPECS = {
  container_fs_reads_bytes_total: { help: 'Bytes read from block devices.', of: 'readBytes' },
  container_fs_writes_bytes_total: { help: 'Bytes written to block devices.', of: 'writtenBytes' },
} as const;

/** What containers use, of those that it was read of. */
export function familiesOfUse(uses: readonly UseOf[]): Family[] {
  const told = uses.map((each) => ({ ...each, labels: labelsOf(each) }));
  const single = Object.entries(SPECS).map(([name, { help, type, of, more }]): Family => {
    const samples = told.flatMap(({ labels, ...each }) => known({ ...labels, ...more }, of(each)));
    return { name, help, type, samples };
  });
  const ofDevices = Object.entries(DEVICE_SPECS).map(([name, { help, of }]): Family => ({
    name,
    help,
    type: 'counter',
    samples: told.flatMap(({ labels, use }) =>
      (use.io ?? []).map((io): Sample => ({
        labels: { ...labels, device: io.device },
        value: io[of],
      })),
    ),
  }));
  return [...single, ...ofDevices];
}

/** As cAdvisor: the cgroup is the `id`. */
function labelsOf({ container, use: { paths } }: UseOf): Sample['labels'] {
  const id = paths.memory ?? paths.cpu ?? paths.pids ?? container.id;
  return { id, name: container.name, image: container.image };
}

/** @param why the reason for which it is unknown; without one there is no limit */
function limitOf(limit: number | null, why: string | undefined): number | null {
  return limit ?? (why === undefined ? 0 : null);
}

function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1000;
}

function microseconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds * 1000;
}
