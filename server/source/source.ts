import type { Config } from '@lib/config/config';
import type { Container } from '@lib/model/container';
import type { Sight } from '@lib/model/snapshot';
import type { InsideReading, InsideRequest } from '@lib/inside/reading';
import type { Told } from '@lib/inside/told';
import type { ImagesReading, WhoseImages, Written, WrittenBy } from '@lib/images/image';
import type { Privileges, ProcessRequest } from '@lib/privileges/privileges';
import type { PassageReading, PassageRequest } from '@lib/reach/reading';
import type { LimitsReading, SampleReading, UseReading, UseRequest } from '@lib/use/reading';
import type { UsageRow } from '@lib/protocol/usage';

export interface ReadOptions {
  /** The processes that somebody has on screen: looked at more often. */
  watchedPids: readonly number[];
  /** Tell also what may wait for other news while somebody watches. */
  whole: boolean;
  /** Milliseconds that it may wait for news before it says that there are none; see `hurry`. */
  patience: number;
}

/** Where snapshots come from. */
export interface Source {
  /** What there is to see now; null when there is no news since the last call. */
  read: (options: ReadOptions) => Promise<Sight | null>;
  /** A read that waits for news says now what there is. */
  hurry: () => void;
  /** Looks everywhere for what else holds namespaces, which takes its time; the next read has it. */
  search: () => Promise<void>;
  /** What changes all the time, read fresh: of these processes, or of every one last read. */
  usage: (pids?: readonly number[]) => Promise<UsageRow[]>;
  /** What a namespace isolates that no snapshot has. */
  inside: (request: InsideRequest) => Promise<InsideReading>;
  /** What the files of a container's cgroups say. */
  use: (request: UseRequest) => Promise<UseReading>;
  /** Of several what changes all the time, in the order in which they are given. */
  samples: (requests: readonly UseRequest[]) => Promise<SampleReading[]>;
  /** What limits the memory and the tasks of several, in the order in which they are given. */
  limits: (requests: readonly UseRequest[]) => Promise<LimitsReading[]>;
  /** What decides what passes through a network, as the kernel tells it in there. */
  passage: (request: PassageRequest) => Promise<PassageReading>;
  /** What a process may do, and what it does now; null when it has ended. */
  privileges: (request: ProcessRequest) => Promise<Privileges | null>;
  /** The images that containers run from, or all. */
  images: (whose: WhoseImages) => Promise<ImagesReading>;
  /** What containers have written into layers of their own, in the order in which they are given. */
  written: (containers: readonly WrittenBy[]) => Promise<Written[]>;
  /** The same of one, for who asks every few seconds: what was told lately stands. */
  writtenLately: (container: WrittenBy) => Promise<Written>;
  /** Whether anything limits what containers of an engine write into those layers. */
  writableLimit: (engine: string) => Told<null>;
  /** How a container was started; null: its engine has none of that id, or does not tell. */
  config: (container: Pick<Container, 'engine' | 'id'>) => Promise<Config | null>;
  /** Has every engine answered, or been found not to? A hint comes when it has. */
  enginesKnown: () => boolean;
  /** Called when something happened that should not wait for the next tick. */
  onHint: (listener: () => void) => void;
  /** Somebody looks, or nobody does any more. */
  setWatched: (watched: boolean) => void;
  close: () => Promise<void>;
}
