import type { Process } from '../model/process';
import type { HostReading, ProcessReading } from '../proc/reading';
import { startedAt } from './started-at';

/** Whose a process is. */
type Owner = Pick<Process, 'engine' | 'container'>;

const NOBODY: Owner = { engine: null, container: null };

/**
 * The records of processes, from one look at a machine to the next. Readings are immutable: as long as
 * one stands, whose it is stays the same and the clock is not set, its record is the very same, and
 * whoever compares two looks need not go into it.
 */
export class ProcessRecords {
  #known: ReadonlyMap<ProcessReading, Process> = new Map();
  #bootTime: number | null = null;

  /** One for each reading, in their order. What is not among them is forgotten. */
  of(
    readings: Iterable<ProcessReading>,
    ownerOf: (pid: number) => Owner | null,
    host: HostReading,
  ): Process[] {
    const known = host.bootTime === this.#bootTime ? this.#known : null;
    const now = new Map<ProcessReading, Process>();
    for (const reading of readings) {
      const owner = ownerOf(reading.pid) ?? NOBODY;
      const before = known?.get(reading);
      now.set(reading, isOf(owner, before) ? before : recordOf(reading, owner, host));
    }
    this.#known = now;
    this.#bootTime = host.bootTime;
    return [...now.values()];
  }
}

function isOf(owner: Owner, record: Process | undefined): record is Process {
  return record?.container === owner.container && record.engine === owner.engine;
}

function recordOf(
  reading: ProcessReading,
  { engine, container }: Owner,
  host: HostReading,
): Process {
  const { state, rssBytes, cpuTicks, ...lasting } = reading;
  const began = startedAt(reading.startTicks, host);
  const why = host.unreadable.bootTime;
  return {
    ...lasting,
    startedAt: began,
    zombie: state === 'Z',
    container,
    engine,
    unreadable:
      began === null && why !== undefined
        ? { ...lasting.unreadable, startedAt: why }
        : lasting.unreadable,
  };
}
