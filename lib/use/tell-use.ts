import type { Told } from '../inside/told';
import type { Host } from '../model/host';
import { parseCpuCount } from '../proc/cpu-list';
import { parseFlatKeyed } from '../proc/flat-keyed';
import { parseFreezerState } from '../proc/freezer-state';
import { parseMemTotal } from '../proc/meminfo';
import { parseNetDev } from '../proc/net-dev';
import { cpuOf } from './cpu';
import { fileOf, Gather, named } from './gather';
import { ioOf } from './io';
import { memoryOf } from './memory';
import { pidsOf } from './pids';
import type { ControllerReading, UseReading } from './reading';
import { CONTROLLERS, type Use } from './use';

/** The layer that is its own to write in, of which an engine tells. */
export interface Writable {
  /** What it has written is looked for in all its files, which takes a while: it is told apart. */
  bytes: Told<number>;
  /** See `writableLimit`. */
  limit: Told<null>;
}

/**
 * What a container uses and may use, of what its cgroups say.
 *
 * @param through the process that it was read through
 */
export function tellUse(
  { controllers, machine, network }: UseReading,
  writable: Writable,
  cgroups: Host['cgroups'],
  through: string | null,
): Use {
  const gather = new Gather();
  const { memory, cpu, cpuacct, pids, io, freezer } = controllers;
  const paths = CONTROLLERS.flatMap((name) => {
    const path = controllers[name].value?.own.path;
    return path === undefined ? [] : [[name, path] as const];
  });
  return {
    cgroups,
    paths: Object.fromEntries(paths),
    memory: memoryOf(memory, gather),
    cpu: cpuOf(cpu, cpuacct, gather),
    pids: pidsOf(pids, gather),
    io: ioOf(io, gather),
    frozen: gather.take('frozen', frozenBy(freezer)),
    disk: {
      writableBytes: gather.take('disk.writableBytes', writable.bytes),
      limitBytes: gather.take('disk.limitBytes', writable.limit),
    },
    machine: {
      memoryBytes: gather.take(
        'machine.memoryBytes',
        fileOf({ files: machine }, 'meminfo', parseMemTotal),
      ),
      cpus: gather.take('machine.cpus', fileOf({ files: machine }, 'cpus', parseCpuCount)),
    },
    network: gather.take('network', fileOf({ files: { network } }, 'network', receivedIn)),
    through,
    unreadable: gather.unreadable,
  };
}

function frozenBy(told: Told<ControllerReading>): Told<boolean> {
  if (told.value === null) return told;
  const { version, own } = told.value;
  return version === 'v1'
    ? fileOf(own, 'freezer.state', parseFreezerState)
    : fileOf(own, 'cgroup.events', (text) => named(parseFlatKeyed(text), 'frozen') === 1);
}

function receivedIn(text: string): NonNullable<Use['network']> {
  return parseNetDev(text).map(({ name, ...received }) => ({ device: name, ...received }));
}
