import { unknownBecause } from './unknown-because';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** What a container may use, and what limits did. */
export const mayUse = {
  title: 'What it may USE',
  by: 'cgroup',
  limit: 'limit',
  peak: 'peak',
  names: { memory: 'memory', cpu: 'CPU', pids: 'pids', io: 'block IO', disk: 'disk' },
  unknownOf: (what: string, why: string): string => `${what} unknown: ${unknownBecause(why)}`,
  fields: {
    used: 'what it uses:',
    limit: 'its limit:',
    peak: 'its peak:',
    did: 'what the limit did:',
  },
  noLimit: 'no limit set',
  limited: (limit: string) => `limit ${limit}`,
  from: (path: string) => `The limit is that of ${path}, above its own cgroup.`,
  of: (limit: string) => `of ${limit}`,
  memory: {
    held: (bytes: string) => `processes hold ${bytes}`,
    cache: (bytes: string) => `file cache ${bytes}`,
    peak: (bytes: string) => `peak ${bytes}`,
    killed: (n: number) => `killed ${counted(n, 'process', 'processes')} (OOM)`,
  },
  cpu: {
    cores: (n: number) => counted(n, 'core', 'cores'),
    someCores: (cores: string) => `${cores} ${cores === '1' ? 'core' : 'cores'}`,
    counting: 'counting, a second…',
    held: 'not counted: the moment is held, and one reading does not tell it',
    minute: 'now; the line shows the last 60 seconds',
    throttled: (percent: string) => `throttled ${percent} % of periods`,
  },
  pids: {
    threads: (processes: number, tasks: number) =>
      `threads are counted: ${tasks} in ${counted(processes, 'process', 'processes')}`,
    refused: (n: number) => `refused ${counted(n, 'fork', 'forks')}`,
    full: (limit: number) => `when it was refused, all ${limit} were taken`,
    tasks: (n: number): string => (n === 1 ? 'task' : 'tasks'),
  },
  io: {
    read: (unit: string) => `${unit} read`,
    written: (bytes: string) => `${bytes} written`,
    free: 'nothing holds it back',
    held: (device: string, rates: readonly string[]) =>
      `device ${device}: at most ${rates.join(', ')}`,
    rates: {
      readBytes: (bytes: string) => `${bytes} read a second`,
      writtenBytes: (bytes: string) => `${bytes} written a second`,
      reads: (n: string) => `${n} reads a second`,
      writes: (n: string) => `${n} writes a second`,
    },
  },
  disk: {
    used: (unit: string) => `${unit} used`,
    free: 'its engine can set none on this file system: it can fill the disk',
  },
  frozen: 'paused: its processes stand still',
  notHidden: 'Limits hide nothing:',
  seesAll: (memory: string | null, cpus: number | null): string => {
    const parts = [
      ...(memory === null ? [] : [`${memory} of memory`]),
      ...(cpus === null ? [] : [counted(cpus, 'CPU', 'CPUs')]),
    ];
    return `it still sees all that the machine has, ${parts.join(' and ')}.`;
  },
};
