import type { ContainerReading, EngineInfoAnswer } from '../docker/reading';
import type { Attempt, Engine, Host } from '../model/host';
import type { NamespaceId } from '../model/ids';
import type { HostReading, NamespaceReading, ProcessReading } from '../proc/reading';

/** What of an engine's answers comes late. */
export interface EngineDelays {
  /** The list of its containers is waited for, longer than one should: they are not known (anew) yet. */
  list: boolean;
  /** It may not be asked for events: what changes is seen when it is listed again, in some seconds. */
  events: boolean;
}

/** An engine's state with the containers it last told of. */
export interface EngineReading extends EngineInfoAnswer {
  engine: Omit<Engine, 'namespaces'>;
  /** Its daemon runs on another machine: its PIDs say nothing about this one's /proc. */
  remote: boolean;
  delays: EngineDelays;
  containers: readonly ContainerReading[];
}

export interface Readings {
  host: HostReading;
  reader: Host['reader'];
  processes: ReadonlyMap<number, ProcessReading>;
  /** Also of namespaces that no process is in. */
  namespaces: ReadonlyMap<NamespaceId, NamespaceReading>;
  engines: readonly EngineReading[];
  /** Beside those that answered: where something is, or was named, that could not be asked. */
  unreached: readonly Attempt[];
  /** At how many more places something of an engine's name listens that is not asked, for there are too many. */
  unasked: number;
  /** How many processes are listed that are kept from the reader altogether. */
  hidden: number;
}
