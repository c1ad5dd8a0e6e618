import type { Config } from '../config/config';
import type { ImagesReading, WhoseImages, Written, WrittenBy } from '../images/image';
import type { InsideReading, InsideRequest } from '../inside/reading';
import type { Told } from '../inside/told';
import type { Container } from '../model/container';
import type { Privileges, ProcessRequest } from '../privileges/privileges';
import type { PassageReading, PassageRequest } from '../reach/reading';
import type { LimitsReading, SampleReading, UseReading, UseRequest } from '../use/reading';

/** Reads details when they are asked for: no snapshot has them. Of a recording it rejects what was not written down. */
export interface DetailReader {
  /** What a namespace isolates. */
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
}
