import type { ProcessReading } from '@lib/proc/reading';
import type { Engine } from '../engine/engine';
import type { UnixAddress } from '../engine/endpoint';
import { socketFile } from '../proc/find-listener';
import type { Reader } from '../reader/reader';

type Daemon = Pick<ProcessReading, 'pid' | 'startTicks'>;
type Processes = ReadonlyMap<number, Pick<ProcessReading, 'startTicks'>>;

/** Which process answers for each engine: the one that listens at its socket. */
export class DaemonSearch {
  /** Engine id → the daemon that was found last; null: none was. */
  private readonly found = new Map<string, Daemon | null>();
  /** The ids of the engines for which that still holds. */
  private readonly settled = new Set<string>();

  /** @param fileOf looks up the file of a socket */
  constructor(private readonly fileOf = ({ path, root }: UnixAddress) => socketFile(path, root)) {}

  /** Who reads from now on may find others. */
  again(): void {
    this.settled.clear();
  }

  /** The engine's daemon as long as it lives: afterwards its number can be another's. */
  pidOf(engine: Engine, processes: Processes): number | null {
    const daemon = this.found.get(engine.status().id) ?? null;
    return daemon !== null && lives(daemon, processes) ? daemon.pid : null;
  }

  /**
   * Looks for those of engines that have just answered, and forgets those of all others. True: for one it is another
   * than before.
   *
   * @param engines all that there are
   */
  async look(engines: readonly Engine[], reader: Reader, processes: Processes): Promise<boolean> {
    const there = new Set(engines.map((engine) => engine.status().id));
    for (const id of this.found.keys()) {
      if (there.has(id)) continue;
      this.found.delete(id);
      this.settled.delete(id);
    }
    let changed = false;
    for (const engine of engines) {
      if (await this.lookFor(engine, reader, processes)) changed = true;
    }
    return changed;
  }

  private async lookFor(engine: Engine, reader: Reader, processes: Processes): Promise<boolean> {
    const { id, state } = engine.status();
    if (state !== 'connected') {
      this.settled.delete(id);
      return false;
    }
    const before = this.found.get(id) ?? null;
    if (this.settled.has(id) && (before === null || lives(before, processes))) return false;
    this.settled.add(id);
    const { socket } = engine.daemon();
    const file = socket === null ? null : this.fileOf(socket);
    const daemon = file === null ? null : (await reader.findListener(file)).listener;
    this.found.set(id, daemon);
    return daemon?.pid !== before?.pid || daemon?.startTicks !== before?.startTicks;
  }
}

function lives({ pid, startTicks }: Daemon, processes: Processes): boolean {
  return processes.get(pid)?.startTicks === startTicks;
}
